package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import roundhouse.tenancy.Tenant;

/**
 * One line of the queue for scripts.
 *
 * @param requester name
 * @param assignee  user name, null for nobody
 * @param hold      reason, null where nothing holds it
 * @param dueKind   kind of the clock that is due next
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record QueueItem(String ref, String client, String subject, Status status, String priority, String category, Tier tier, String assignee,
                        String requester, String hold, Instant dueAt, String dueKind, Instant createdAt, Instant updatedAt) {

    static QueueItem of(QueueRow row, Tenant tenant) {
        return new QueueItem(new Reference(tenant.prefix(), row.number()).toString(), tenant.slug(), row.subject(), Status.valueOf(row.status()),
                row.priority(), row.category(), Tier.of(row.tier()), row.assignee(), row.requester(),
                row.holdReason() == null ? null : row.holdReason().toLowerCase(Locale.ROOT), row.dueAt(), row.dueKind(), row.createdAt(), row.updatedAt());
    }
}
