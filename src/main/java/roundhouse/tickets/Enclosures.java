package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import roundhouse.audit.Entry;
import roundhouse.files.Attachment;
import roundhouse.files.Attachments;
import roundhouse.files.FileRefused;
import roundhouse.identity.By;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/** The files of a conversation, each as visible as the words that it came with. */
@ApplicationScoped
public class Enclosures {

    private final Attachments attachments;
    private final Units units;

    Enclosures(Attachments attachments, Units units) {
        this.attachments = attachments;
        this.units = units;
    }

    /** One of this ticket that the side of the open unit of work may see. */
    public Attachment of(Ticket ticket, String id) {
        return attachments.byId(parsed(id)).filter(file -> file.ticketId().equals(ticket.id())).filter(this::isVisible).orElseThrow(NotFound::new);
    }

    /** By the entries that they came with. */
    Map<UUID, List<Attachment>> of(Ticket ticket) {
        return attachments.ofTicket(ticket.id()).stream().filter(this::isVisible).collect(Collectors.groupingBy(Attachment::entryId));
    }

    void add(List<Enclosure> enclosures, Entry entry, By by) {
        try {
            enclosures.forEach(enclosure -> attachments.add(enclosure.upload(), entry.ticketId(), entry.id(), entry.isPublic(), by));
        } catch (FileRefused refused) {
            throw Refused.field("files", refused.getMessage());
        }
    }

    /** The database hides them too: this says it where it is read. */
    private boolean isVisible(Attachment file) {
        return file.isPublic() || units.open().side() != Side.CLIENT;
    }

    private static UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
