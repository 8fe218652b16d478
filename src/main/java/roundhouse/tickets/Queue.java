package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import roundhouse.tenancy.Units;

/** Every ticket that somebody must still work on, one row each, written in the ticket's own transaction and read across all clients at once. */
@ApplicationScoped
public class Queue {

    private final Units units;
    private final Session entities;

    Queue(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    /** One query over the reach of the open unit of work. One row more than the limit tells that there is another page. */
    public List<QueueRow> rows(QueueQuery asked) {
        Query query = entities.createNativeQuery("""
                select q.tenant_id, q.ticket_id, q.number, q.subject, q.status, q.priority, q.category, q.tier, q.requester,
                  a.user_name, a.name, q.hold_reason, q.hold_until, q.answered_last, q.last_words, q.last_by,
                  q.due_at, q.due_kind, q.calendar, q.budget, q.consumed, q.counted_at, q.created_at, q.updated_at
                from queue q left join person a on a.person_id = q.assignee_id
                where q.tenant_id = any (:reach)""" + asked.sql() + " limit :most", QueueRow.class);
        asked.bind(query, units.open());
        return query.setParameter("most", asked.limit() + 1).getResultList();
    }

    /** How many there are of each quick view, over the reach of the open unit of work. */
    public QueueCounts counts(QueueQuery asked) {
        Query query = entities.createNativeQuery("""
                select count(*), count(*) filter (where q.assignee_id = :me), count(*) filter (where q.assignee_id is null),
                  count(*) filter (where q.due_at < :now), count(*) filter (where q.due_at >= :now and q.due_at < :tomorrow)
                from queue q where q.tenant_id = any (:reach)""", QueueCounts.class);
        return (QueueCounts) query.setParameter("reach", asked.within(units.open()).array()).setParameter("me", asked.me())
                .setParameter("now", asked.now()).setParameter("tomorrow", asked.tomorrow()).getSingleResult();
    }

    /** Open and overdue tickets of each client that has any, over the reach of the open unit of work. */
    public List<ClientLoad> loads(Instant now) {
        return entities.createNativeQuery("""
                        select q.tenant_id, count(*), count(*) filter (where q.due_at < :now)
                        from queue q where q.tenant_id = any (:reach) group by q.tenant_id""", ClientLoad.class)
                .setParameter("reach", units.open().reach().array()).setParameter("now", now).getResultList();
    }

    /** Shows the ticket as it is now, or takes it away when it is finished. */
    void show(Ticket ticket, Due due, LastWords last) {
        if (!ticket.status().isUnfinished()) {
            entities.createNativeQuery("delete from queue where tenant_id = :tenant and ticket_id = :ticket")
                    .setParameter("tenant", ticket.key().tenantId()).setParameter("ticket", ticket.id()).executeUpdate();
            return;
        }
        Hold hold = ticket.hold();
        entities.createNativeQuery("""
                        insert into queue (tenant_id, ticket_id, number, subject, status, priority, category, tier, requester_id, requester,
                          assignee_id, hold_reason, hold_until, answered_last, last_words, last_by, due_at, due_kind, calendar, budget, consumed,
                          counted_at, created_at, updated_at)
                        values (:tenant, :ticket, :number, :subject, :status, :priority, :category, :tier, :requesterId, :requester,
                          cast(:assignee as integer), :holdReason, cast(:holdUntil as timestamptz), :answeredLast, :lastWords, :lastBy,
                          cast(:dueAt as timestamptz), :dueKind, :calendar, cast(:budget as integer), cast(:consumed as integer),
                          cast(:countedAt as timestamptz), :createdAt, :updatedAt)
                        on conflict (tenant_id, ticket_id) do update set status = excluded.status, priority = excluded.priority,
                          category = excluded.category, tier = excluded.tier, assignee_id = excluded.assignee_id,
                          hold_reason = excluded.hold_reason, hold_until = excluded.hold_until, answered_last = excluded.answered_last,
                          last_words = coalesce(excluded.last_words, queue.last_words), last_by = coalesce(excluded.last_by, queue.last_by),
                          due_at = excluded.due_at, due_kind = excluded.due_kind, calendar = excluded.calendar, budget = excluded.budget,
                          consumed = excluded.consumed, counted_at = excluded.counted_at, updated_at = excluded.updated_at""")
                .setParameter("tenant", ticket.key().tenantId()).setParameter("ticket", ticket.id()).setParameter("number", ticket.number())
                .setParameter("subject", ticket.subject()).setParameter("status", ticket.status().name())
                .setParameter("priority", ticket.priority().name()).setParameter("category", ticket.category())
                .setParameter("tier", ticket.tier().word()).setParameter("requesterId", ticket.requester().id())
                .setParameter("requester", ticket.requester().name())
                .setParameter("assignee", ticket.assignee() == null ? null : ticket.assignee().id())
                .setParameter("holdReason", hold == null ? null : hold.reason().name()).setParameter("holdUntil", hold == null ? null : hold.until())
                .setParameter("answeredLast", ticket.answeredLast().word()).setParameter("lastWords", last.words()).setParameter("lastBy", last.by())
                .setParameter("dueAt", due.at()).setParameter("dueKind", due.kind()).setParameter("calendar", due.calendar())
                .setParameter("budget", due.budget()).setParameter("consumed", due.consumed()).setParameter("countedAt", due.countedAt())
                .setParameter("createdAt", ticket.createdAt()).setParameter("updatedAt", ticket.updatedAt()).executeUpdate();
    }

    /** What was said last, for a glance. Both null where nothing new was said. */
    record LastWords(String words, String by) {

        static final LastWords NONE = new LastWords(null, null);
        private static final int GLANCE = 240;

        static LastWords of(String body, String by) {
            return new LastWords(body.length() <= GLANCE ? body : body.substring(0, Character.isHighSurrogate(body.charAt(GLANCE - 1)) ? GLANCE - 1 : GLANCE) + "…", by);
        }
    }
}
