package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import roundhouse.identity.Person;
import roundhouse.tenancy.Tenant;

/**
 * A ticket as the API shows it to staff: {@link RequestView} is what a client user gets.
 *
 * @param ref       {@code ACME-1042}
 * @param client    slug
 * @param vendor    name of the one that has it, null for one of our tiers
 * @param assignee  user name, null for nobody
 * @param requester user name
 * @param asset     tag
 * @param dueAt     the next due instant, null where nothing is promised or everything waits
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TicketView(String ref, String client, String subject, Status status, String priority, String category, Tier tier, String vendor, String assignee,
                         String requester, String asset, Instant createdAt, Instant updatedAt, Instant dueAt, int version) implements Readable {

    static TicketView of(Ticket ticket, Tenant tenant) {
        Person assignee = ticket.assignee();
        return new TicketView(new Reference(tenant.prefix(), ticket.number()).toString(), tenant.slug(), ticket.subject(), ticket.status(),
                ticket.priority().name(), ticket.category(), ticket.tier(), ticket.vendor(), assignee == null ? null : assignee.user(), ticket.requester().user(),
                ticket.asset(), ticket.createdAt(), ticket.updatedAt(), ticket.dueAt(), ticket.version());
    }
}
