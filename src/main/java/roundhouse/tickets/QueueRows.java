package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import roundhouse.tenancy.Batch;

/** Writes the rows by which tickets stand in the {@link Queue}, in the transaction that changed them. */
@ApplicationScoped
class QueueRows {

    private final Session entities;

    QueueRows(Session entities) {
        this.entities = entities;
    }

    /** Shows the tickets as they are now, and takes away those that are finished. */
    void show(List<Shown> tickets) {
        Batch.run(entities, "delete from queue where tenant_id = ? and ticket_id = ?",
                tickets.stream().map(Shown::ticket).filter(ticket -> !ticket.status().isUnfinished()).map(ticket -> List.<Object>of(ticket.key().tenantId(), ticket.id())).toList());
        Batch.run(entities, """
                        insert into queue (tenant_id, ticket_id, number, subject, status, priority, category, tier, requester_id, requester,
                          assignee_id, hold_reason, hold_until, answered_last, last_words, last_by, due_at, due_kind, calendar, budget, consumed,
                          counted_at, word_at, warned_at, warned, created_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, ticket_id) do update set status = excluded.status, priority = excluded.priority,
                          category = excluded.category, tier = excluded.tier, assignee_id = excluded.assignee_id,
                          hold_reason = excluded.hold_reason, hold_until = excluded.hold_until, answered_last = excluded.answered_last,
                          last_words = coalesce(excluded.last_words, queue.last_words), last_by = coalesce(excluded.last_by, queue.last_by),
                          due_at = excluded.due_at, due_kind = excluded.due_kind, calendar = excluded.calendar, budget = excluded.budget,
                          consumed = excluded.consumed, counted_at = excluded.counted_at, word_at = excluded.word_at,
                          warned_at = coalesce(excluded.warned_at, queue.warned_at), warned = coalesce(excluded.warned, queue.warned),
                          updated_at = excluded.updated_at""",
                tickets.stream().filter(shown -> shown.ticket().status().isUnfinished()).map(QueueRows::row).toList());
    }

    private static List<Object> row(Shown shown) {
        Ticket ticket = shown.ticket();
        Hold hold = ticket.hold();
        Due due = shown.outlook().due();
        Warnings.Given warned = shown.outlook().warned();
        return Arrays.asList(ticket.key().tenantId(), ticket.id(), ticket.number(), ticket.subject(), ticket.status().name(), ticket.priority().name(),
                ticket.category(), ticket.tier().word(), ticket.requester().id(), ticket.requester().name(),
                ticket.assignee() == null ? Batch.NO_NUMBER : ticket.assignee().id(), hold == null ? null : hold.reason().name(),
                hold == null || hold.until() == null ? Batch.NO_INSTANT : hold.until(), ticket.answeredLast().word(), shown.last().words(), shown.last().by(),
                due.at() == null ? Batch.NO_INSTANT : due.at(), due.kind(), due.calendar(), due.budget() == null ? Batch.NO_NUMBER : due.budget(),
                due.consumed() == null ? Batch.NO_NUMBER : due.consumed(), due.countedAt() == null ? Batch.NO_INSTANT : due.countedAt(),
                shown.outlook().wordAt() == null ? Batch.NO_INSTANT : shown.outlook().wordAt(), warned == null ? Batch.NO_INSTANT : warned.at(),
                warned == null ? null : warned.words(), ticket.createdAt(), ticket.updatedAt());
    }
}
