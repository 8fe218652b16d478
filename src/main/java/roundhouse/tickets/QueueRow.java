package roundhouse.tickets;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the queue as it is stored; {@code null} where there is nothing.
 *
 * @param requester    name
 * @param assignee     user name
 * @param holdReason   constant of {@link roundhouse.sla.HoldReason}
 * @param answeredLast {@code client} or {@code staff}
 * @param calendar     name and version of the calendar of the clock that is due next
 * @param budget       business seconds that the clock has
 * @param consumed     business seconds of it that were used at {@code countedAt}
 * @param wordAt       by when the requester was promised the next word
 */
public record QueueRow(Integer tenantId, UUID ticketId, Integer number, String subject, String status, String priority, String category, String tier,
                       String requester, String assignee, String assigneeName, String holdReason, Instant holdUntil, String answeredLast,
                       String lastWords, String lastBy, Instant dueAt, String dueKind, String calendar, Integer budget, Integer consumed,
                       Instant countedAt, Instant wordAt, Instant createdAt, Instant updatedAt) {

    boolean isSameTicket(QueueRow other) {
        return ticketId.equals(other.ticketId);
    }
}
