package roundhouse.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import roundhouse.sla.Event;
import roundhouse.sla.HoldReason;

/** One event of a ticket's story as the engine hears it, in the order in which it counts. */
@Entity
@Immutable
class Happening {

    @EmbeddedId
    private Id id;
    private Instant at;
    private String type;
    private String reason;
    private Instant until;

    protected Happening() {
    }

    Happening(Ticket ticket, int place, Event event) {
        this.id = new Id(ticket.key().tenantId(), ticket.id(), place);
        this.at = event.at();
        this.type = event.type();
        if (event instanceof Event.Hold hold) {
            this.reason = hold.reason().word();
            this.until = hold.until();
        }
    }

    @Embeddable
    record Id(@Column(name = "tenant_id") int tenantId, @Column(name = "ticket_id") UUID ticketId, int place) {
    }

    Event event() {
        return switch (type) {
            case "staff_reply" -> new Event.StaffReply(at);
            case "call" -> new Event.Call(at);
            case "note" -> new Event.Note(at);
            case "client_reply" -> new Event.ClientReply(at);
            case "hold" -> new Event.Hold(at, HoldReason.named(reason).orElseThrow(), until);
            case "resume" -> new Event.Resume(at);
            case "resolve" -> new Event.Resolve(at);
            case "reopen" -> new Event.Reopen(at);
            default -> throw new IllegalStateException("No event of a story is called " + type);
        };
    }

}
