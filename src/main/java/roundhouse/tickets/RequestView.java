package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import roundhouse.tenancy.Tenant;

/** A ticket as its client sees it: no tier, no assignee, no clock, and a status in the client's words. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RequestView(String ref, String client, String subject, PortalStatus status, String category, String requester, String asset,
                          Instant createdAt, Instant updatedAt, int version) implements Readable {

    static RequestView of(Ticket ticket, Tenant tenant) {
        return new RequestView(new Reference(tenant.prefix(), ticket.number()).toString(), tenant.slug(), ticket.subject(),
                ticket.status().inThePortal(ticket.hold()), ticket.category(), ticket.requester().user(), ticket.asset(), ticket.createdAt(),
                ticket.updatedAt(), ticket.version());
    }
}
