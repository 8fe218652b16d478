package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.stream.Stream;
import org.hibernate.Session;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.sla.Event;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.NotFound;

/** Two tickets about one thing, of one client: one goes on, the other tells where. */
@ApplicationScoped
public class Merges {

    private final Tickets tickets;
    private final Consequences consequences;
    private final Trail trail;
    private final Tenants tenants;
    private final Units units;
    private final Session entities;

    Merges(Tickets tickets, Consequences consequences, Trail trail, Tenants tenants, Units units, Session entities) {
        this.tickets = tickets;
        this.consequences = consequences;
        this.trail = trail;
        this.tenants = tenants;
        this.units = units;
        this.entities = entities;
    }

    /** @param into reference of a ticket of the same client; another client's is as unknown as one that nobody has */
    public void merge(Ticket child, String into, By by) {
        Ticket parent = Reference.of(into).filter(asked -> asked.prefix().equals(prefix())).flatMap(asked -> tickets.numbered(asked.number()))
                .filter(found -> !found.isMisrouted()).orElseThrow(NotFound::new);
        locked(child, parent);
        child.mergedInto(parent, by);
        parent.joined(by);
        tell(child, parent, Kind.MERGE, "merged this into %s", by);
        trail.record(parent.id(), Kind.MERGE, false, null, "merged " + reference(child) + " into this", by);
        consequences.of(child, LastWords.NONE, by, new Event.MergedAway(by.at()));
        consequences.of(parent, LastWords.NONE, by, new Event.Merged(by.at(), child.createdAt()));
    }

    /** The child goes on from the status that it had. */
    public void takeBack(Ticket child, By by) {
        Integer into = child.mergedInto();
        if (into == null) {
            child.separated(by);
            return;
        }
        Ticket parent = tickets.numbered(into).orElseThrow(NotFound::new);
        locked(child, parent);
        child.separated(by);
        tell(child, parent, Kind.SEPARATION, "took the merge into %s back", by);
        trail.record(parent.id(), Kind.SEPARATION, false, null, "took back that " + reference(child) + " was merged into this", by);
        consequences.of(child, LastWords.NONE, by, new Event.MergeUndone(by.at(), null));
        consequences.of(parent, LastWords.NONE, by, new Event.MergeUndone(by.at(), child.createdAt()));
    }

    /** A requester may not read a colleague's request, and so hears no reference of it. */
    private void tell(Ticket child, Ticket parent, Kind kind, String sentence, By by) {
        boolean sameRequester = child.requester().id() == parent.requester().id();
        trail.record(child.id(), kind, sameRequester, null, sentence.formatted(reference(parent)), by);
        if (!sameRequester) {
            trail.record(child.id(), kind, true, null, sentence.formatted("another request of your company"), by);
        }
    }

    /** Both, always in the order of their numbers, and as they are now: of two merges that cross each other the later one finds what the first did. */
    private void locked(Ticket one, Ticket other) {
        entities.flush();
        Stream.of(one, other).distinct().sorted(Comparator.comparing(Ticket::number))
                .forEach(ticket -> entities.refresh(ticket, LockModeType.PESSIMISTIC_WRITE));
    }

    private String reference(Ticket ticket) {
        return new Reference(prefix(), ticket.number()).toString();
    }

    private String prefix() {
        return tenants.byId(units.open().tenant()).orElseThrow().prefix();
    }
}
