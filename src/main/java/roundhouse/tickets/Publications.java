package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import roundhouse.audit.Entry;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.sla.Event;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/** A note made public. The trail never changes: its words stand again as a public entry of now, and the note keeps its time. */
@ApplicationScoped
public class Publications {

    private final Consequences consequences;
    private final Trail trail;

    Publications(Consequences consequences, Trail trail) {
        this.consequences = consequences;
        this.trail = trail;
    }

    /** @param id of an internal note of this ticket. Its files stay internal. */
    public void publish(Ticket ticket, String id, By by) {
        List<Entry> entries = trail.of(ticket.id());
        Entry note = entries.stream().filter(entry -> entry.kind() == Kind.NOTE && !entry.isPublic() && entry.id().toString().equals(id))
                .findFirst().orElseThrow(NotFound::new);
        if (entries.stream().anyMatch(entry -> entry.kind() == Kind.PUBLICATION && id.equals(entry.detail()))) {
            throw new Refused("This note was made public already.");
        }
        ticket.published(by);
        trail.record(ticket.id(), Kind.PUBLICATION, false, null, id, by);
        trail.record(ticket.id(), Kind.MESSAGE, true, note.body(), null, by);
        consequences.of(ticket, LastWords.of(note.body(), by.name()), by, new Event.NotePublished(by.at()));
    }
}
