package roundhouse.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import roundhouse.sla.Event;
import roundhouse.sla.EventRow;

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
    private String target;

    protected Happening() {
    }

    Happening(Ticket ticket, int place, Event event) {
        EventRow row = event.row();
        this.id = new Id(ticket.key().tenantId(), ticket.id(), place);
        this.at = row.at();
        this.type = row.type();
        this.reason = row.reason();
        this.until = row.until();
        this.target = row.to();
    }

    @Embeddable
    record Id(@Column(name = "tenant_id") int tenantId, @Column(name = "ticket_id") UUID ticketId, int place) {
    }

    UUID ticketId() {
        return id.ticketId();
    }

    Event event() {
        return new EventRow(at, type, reason, until, target).event();
    }
}
