package roundhouse.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import roundhouse.sla.Kind;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Units;

/** Counts the clocks of the client of the open unit of work where they are: in the database, the most of them from one index. */
@ApplicationScoped
class JudgedClocks {

    /** A superseded clock has handed its miss to its successor. A clock that was missed before its ticket was cancelled or merged stays missed. */
    private static final String JUDGED = "c.promised and c.verdict is not null and c.state <> 'superseded'";

    /** A timer that is late cannot turn a miss into a hit: what is due and not judged is missed. */
    private static final String OVERDUE = "c.promised and c.verdict is null and c.state = 'running' and c.due_at < :now";

    private static final String IN_SPAN = "c.tenant_id = :tenant and c.judged_at >= :begin and c.judged_at < :end and " + JUDGED;

    private static final String OVERDUE_IN_SPAN = "c.tenant_id = :tenant and c.due_at >= :begin and c.due_at < :end and " + OVERDUE;

    /** The ticket was another client's. */
    private static final String MISROUTED = "(select from happening h where h.tenant_id = :tenant and h.ticket_id = c.ticket_id"
            + " and h.type = 'cancel' and h.reason = 'misrouted')";

    private static final String LOCKED = "(select from locked_clock l where l.tenant_id = :tenant and l.ticket_id = c.ticket_id"
            + " and l.kind = c.kind and l.instance = c.instance)";

    /** Few are taken away again; so the many are counted from the index, which knows no tickets. */
    private static final String COUNTS = """
            select kind, priority, verdict, sum(times)::bigint from (
              select c.kind, c.priority, c.verdict, count(*) as times from clock c where %1$s group by 1, 2, 3
              union all
              select c.kind, c.priority, 'missed', count(*) from clock c where %2$s and not exists %3$s and not exists %4$s group by 1, 2
              union all
              select c.kind, c.priority, c.verdict, -count(*) from (select distinct m.ticket_id from happening m
                where m.tenant_id = :tenant and m.type = 'cancel' and m.reason = 'misrouted') misrouted
              join clock c on c.tenant_id = :tenant and c.ticket_id = misrouted.ticket_id
              where %1$s and not exists %4$s group by 1, 2, 3
              union all
              select c.kind, c.priority, c.verdict, -count(*) from clock c
              where c.started_at < :locked and %1$s and exists %4$s group by 1, 2, 3
            ) counted group by 1, 2, 3""".formatted(IN_SPAN, OVERDUE_IN_SPAN, MISROUTED, LOCKED);

    /** Of several approved adjustments of one clock the latest stands, while the clock says what it said when that was proposed. */
    static final String STANDING = """
            standing as (
              select distinct on (a.ticket_id, a.kind, a.instance) a.ticket_id, a.kind, a.instance, a.was, a.verdict, a.judged_at, a.reason
              from adjustment a join adjustment_decision d on d.tenant_id = :tenant and d.adjustment_id = a.id and d.approved
              where a.tenant_id = :tenant
              order by a.ticket_id, a.kind, a.instance, d.at desc, d.adjustment_id desc)
            """;

    private static final String ADJUSTED = "with " + STANDING + """
            select c.kind, c.priority, c.verdict, s.verdict, count(*)
            from standing s
            join clock c on c.tenant_id = :tenant and c.ticket_id = s.ticket_id and c.kind = s.kind and c.instance = s.instance
            where c.promised and c.state <> 'superseded' and c.verdict is not distinct from s.was
              and coalesce(c.judged_at, s.judged_at) >= :begin and coalesce(c.judged_at, s.judged_at) < :end
              and not exists %s and not exists %s
            group by 1, 2, 3, 4""".formatted(MISROUTED, LOCKED);

    private static final String APART = """
            select count(*) filter (where c.state = 'cancelled'), count(*) filter (where c.state = 'superseded'),
              count(*) filter (where c.state = 'merged') from clock c
            where c.tenant_id = :tenant and c.promised and c.stopped_at >= :begin and c.stopped_at < :end
              and c.state in ('cancelled', 'superseded', 'merged') and (c.verdict is null or c.state = 'superseded') and not exists %s""".formatted(MISROUTED);

    private static final String LOCK = """
            insert into locked_clock (tenant_id, ticket_id, kind, instance, period_id, priority, verdict, adjusted, judged_at)
            with %5$s, counted as (
              select c.ticket_id, c.kind, c.instance, c.priority, c.verdict, c.judged_at from clock c where %1$s
              union all
              select c.ticket_id, c.kind, c.instance, c.priority, 'missed', c.due_at from clock c where %2$s
              union all
              select c.ticket_id, c.kind, c.instance, c.priority, null, s.judged_at from standing s
              join clock c on c.tenant_id = :tenant and c.ticket_id = s.ticket_id and c.kind = s.kind and c.instance = s.instance
              where s.was is null and c.verdict is null and c.promised and c.state <> 'superseded' and s.judged_at >= :begin and s.judged_at < :end)
            select :tenant, c.ticket_id, c.kind, c.instance, :period, c.priority, c.verdict, coalesce(s.verdict, c.verdict), c.judged_at
            from counted c
            left join standing s on s.ticket_id = c.ticket_id and s.kind = c.kind and s.instance = c.instance and s.was is not distinct from c.verdict
            where not exists %3$s and not exists %4$s""".formatted(IN_SPAN, OVERDUE_IN_SPAN, MISROUTED, LOCKED, STANDING);

    private final Units units;
    private final Session entities;

    JudgedClocks(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    /**
     * Adds what counts in this span.
     *
     * @param span   in no locked period
     * @param locked the end of the last locked period: clocks that began later are in none
     */
    void count(Span span, Instant locked, Instant now, Tally tally) {
        for (Object[] row : in(COUNTS, span).setParameter("now", now).setParameter("locked", locked).getResultList()) {
            AdjustedVerdict verdict = AdjustedVerdict.of((String) row[2]);
            tally.add(kind(row[0]), priority(row[1]), verdict, verdict, number(row[3]));
        }
        for (Object[] row : in(ADJUSTED, span).getResultList()) {
            tally.adjust(kind(row[0]), priority(row[1]), AdjustedVerdict.of((String) row[2]), AdjustedVerdict.of((String) row[3]), number(row[4]));
        }
    }

    /** Adds what counted in this span when it was locked. */
    void countLocked(Span span, Tally tally) {
        for (Object[] row : in("""
                select c.kind, c.priority, c.verdict, c.adjusted, count(*) from locked_clock c
                where c.tenant_id = :tenant and c.judged_at >= :begin and c.judged_at < :end group by 1, 2, 3, 4""", span).getResultList()) {
            tally.add(kind(row[0]), priority(row[1]), AdjustedVerdict.of((String) row[2]), AdjustedVerdict.of((String) row[3]), number(row[4]));
        }
    }

    /** Stopped in this span without having been judged. */
    SlaReport.Apart apart(Span span, long excluded) {
        Object[] counts = in(APART, span).getSingleResult();
        return new SlaReport.Apart(number(counts[0]), number(counts[1]), number(counts[2]), excluded);
    }

    /** Keeps each clock that counts in the span of a locked period, as it counts now. */
    void lock(LockedPeriod period, Instant now) {
        entities.createNativeMutationQuery(LOCK).setParameter("tenant", units.open().tenant()).setParameter("begin", period.begins())
                .setParameter("end", period.ends()).setParameter("now", now).setParameter("period", period.id()).executeUpdate();
    }

    private NativeQuery<Object[]> in(String sql, Span span) {
        return entities.createNativeQuery(sql, Object[].class).setParameter("tenant", units.open().tenant())
                .setParameter("begin", span.begin()).setParameter("end", span.end());
    }

    private static Kind kind(Object word) {
        return Kind.of((String) word);
    }

    private static Priority priority(Object word) {
        return Priority.valueOf((String) word);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
