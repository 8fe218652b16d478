package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Units;

/** Every ticket that somebody must still work on, one row each, written in the ticket's own transaction ({@link QueueRows}) and read across all clients at once. */
@ApplicationScoped
public class Queue {

    private static final String COLUMNS = """
            select q.tenant_id, q.ticket_id, q.number, q.subject, q.status, q.priority, q.category, q.tier, q.requester,
              a.user_name, a.name, q.hold_reason, q.hold_until, q.answered_last, q.last_words, q.last_by,
              q.due_at, q.due_kind, q.calendar, q.budget, q.consumed, q.counted_at, q.word_at, q.created_at, q.updated_at
            from\s""";

    private final Units units;
    private final Session entities;

    Queue(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    /**
     * One query over the reach of the open unit of work: the first of each client, and of those the first, so that a client with very many costs no more
     * than others. They are found by what orders them, and only those that are shown are read whole. One row more than the limit tells that there is another page.
     */
    public List<QueueRow> rows(QueueQuery asked) {
        Query query = entities.createNativeQuery(COLUMNS + """
                (select q.* from unnest(cast(:reach as integer[])) client(tenant_id)
                  cross join lateral (select q.tenant_id, q.ticket_id, q.number, q.due_at, q.priority, q.updated_at from queue q
                    where q.tenant_id = client.tenant_id%1$s order by %2$s limit :most) q
                  order by %2$s limit :most) first
                join queue q on q.tenant_id = first.tenant_id and q.ticket_id = first.ticket_id
                left join person a on a.person_id = q.assignee_id
                order by %2$s""".formatted(asked.filters() + asked.beyond(), asked.sort().order()), QueueRow.class);
        asked.bind(query, units.open());
        return query.setParameter("most", asked.limit() + 1).getResultList();
    }

    /** What came since then and nobody has taken, of what was asked for, the latest first, whatever its place. */
    List<QueueRow> arrivals(QueueQuery asked, Instant since, int most) {
        Query query = entities.createNativeQuery(COLUMNS + """
                queue q left join person a on a.person_id = q.assignee_id
                where q.tenant_id = any (:reach)""" + asked.filters() + """
                 and q.status = 'NEW' and q.assignee_id is null and q.created_at > :since
                order by q.created_at desc, q.tenant_id, q.number limit :most""", QueueRow.class);
        asked.fromTheTop().bind(query, units.open());
        return query.setParameter("since", since).setParameter("most", most).getResultList();
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

    /** Another unfinished ticket of the same client. */
    record Other(Integer number, String subject, String requester, String priority) {
    }

    /** What else is unfinished at the client of the open unit of work, of this ticket's requester first. */
    List<Other> others(Ticket ticket, int most) {
        return entities.createNativeQuery("""
                        select q.number, q.subject, q.requester, q.priority from queue q where q.tenant_id = :tenant and q.ticket_id <> :ticket
                        order by q.requester_id <> :requester, q.updated_at desc limit :most""", Other.class)
                .setParameter("tenant", units.open().tenant()).setParameter("ticket", ticket.id()).setParameter("requester", ticket.requester().id())
                .setParameter("most", most).getResultList();
    }

    /** Open and overdue tickets of each client that has any, over the reach of the open unit of work. */
    public List<ClientLoad> loads(Instant now) {
        return entities.createNativeQuery("""
                        select q.tenant_id, count(*), count(*) filter (where q.due_at < :now)
                        from queue q where q.tenant_id = any (:reach) group by q.tenant_id""", ClientLoad.class)
                .setParameter("reach", units.open().reach().array()).setParameter("now", now).getResultList();
    }

    /**
     * Of what this person was warned since then, over the reach of the open unit of work, the latest first: their own tickets, and those of their tier
     * that nobody has. Where nobody works in that tier, administrators hear of them.
     */
    List<WarnedRow> warned(SignedIn person, Instant since, int most) {
        return entities.createNativeQuery("""
                        select q.tenant_id, q.number, q.subject, q.warned, q.warned_at from queue q
                        where q.warned_at > :since and q.tenant_id = any (:reach)
                          and (q.assignee_id = :me or q.assignee_id is null and q.tier = :tier
                            or q.assignee_id is null and :administrator and not exists (
                              select from person p where p.side = 'staff' and p.active and p.tier::text = q.tier and (p.reaches_all or exists (
                                select from assignment a where a.tenant_id = q.tenant_id and a.person_id = p.person_id and (a.until is null or a.until > now())))))
                        order by q.warned_at desc limit :most""", WarnedRow.class)
                .setParameter("since", since).setParameter("reach", units.open().reach().array()).setParameter("me", person.person())
                .setParameter("tier", String.valueOf(person.tier())).setParameter("administrator", person.roles().contains(Role.ADMINISTRATOR))
                .setParameter("most", most).getResultList();
    }

    record WarnedRow(Integer tenantId, Integer number, String subject, String warned, Instant warnedAt) {
    }
}
