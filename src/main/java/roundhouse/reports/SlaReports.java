package roundhouse.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import roundhouse.sla.Clock;
import roundhouse.sla.Kind;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Tenant;
import roundhouse.tickets.Clocks;
import roundhouse.tickets.Reference;

/** Counts the clocks of the client of the open unit of work. */
@ApplicationScoped
class SlaReports {

    /** A timer that is late cannot turn a miss into a hit: what is due and not judged is missed. */
    private static final String JUDGED = """
            with judged as (
              select ticket_id, kind, instance, priority, verdict, state, due_at, budget, consumed from clock
              where tenant_id = :tenant and judged_at >= :begin and judged_at < :end
                and promised and verdict is not null and state not in ('cancelled', 'superseded', 'merged')
              union all
              select ticket_id, kind, instance, priority, 'missed', state, due_at, budget, consumed from clock
              where tenant_id = :tenant and due_at >= :begin and due_at < least(cast(:end as timestamptz), :now)
                and promised and verdict is null and state = 'running')
            """;

    private final Session entities;
    private final Clocks clocks;

    SlaReports(Session entities, Clocks clocks) {
        this.entities = entities;
        this.clocks = clocks;
    }

    SlaReport of(Tenant client, Period period, Instant now) {
        return new SlaReport(client.slug(), period.from(), period.to(), period.zone().getId(), rows(client, period, now), apart(client, period),
                missed(client, period, now));
    }

    /** Every priority of what every client is promised, and whatever else was judged. */
    private List<SlaReport.Row> rows(Tenant client, Period period, Instant now) {
        Map<Kind, Map<Priority, SlaReport.Row>> rows = new TreeMap<>();
        for (Kind kind : List.of(Kind.FIRST_RESPONSE, Kind.RESOLUTION)) {
            for (Priority priority : Priority.values()) {
                rows.computeIfAbsent(kind, key -> new TreeMap<>()).put(priority, SlaReport.Row.of(kind, priority, 0, 0));
            }
        }
        List<Object[]> counts = entities.createNativeQuery(JUDGED + """
                        select kind, priority, count(*) filter (where verdict = 'met'), count(*) filter (where verdict = 'missed')
                        from judged group by kind, priority""", Object[].class)
                .setParameter("tenant", client.id()).setParameter("begin", period.begin()).setParameter("end", period.end()).setParameter("now", now)
                .getResultList();
        for (Object[] count : counts) {
            Kind kind = kind(count[0]);
            Priority priority = Priority.valueOf((String) count[1]);
            rows.computeIfAbsent(kind, key -> new TreeMap<>())
                    .put(priority, SlaReport.Row.of(kind, priority, ((Number) count[2]).longValue(), ((Number) count[3]).longValue()));
        }
        return rows.values().stream().flatMap(priorities -> priorities.values().stream()).toList();
    }

    private SlaReport.Apart apart(Tenant client, Period period) {
        Object[] counts = entities.createNativeQuery("""
                        select count(*) filter (where state = 'cancelled'), count(*) filter (where state = 'superseded'),
                          count(*) filter (where state = 'merged') from clock
                        where tenant_id = :tenant and promised and stopped_at >= :begin and stopped_at < :end
                          and state in ('cancelled', 'superseded', 'merged')""", Object[].class)
                .setParameter("tenant", client.id()).setParameter("begin", period.begin()).setParameter("end", period.end()).getSingleResult();
        // Nothing can be excluded before there are adjustments
        return new SlaReport.Apart(number(counts[0]), number(counts[1]), number(counts[2]), 0);
    }

    /** The earliest first. What the ticket was on hold for at the due instant is the reason that is known. */
    private List<SlaReport.Missed> missed(Tenant client, Period period, Instant now) {
        List<Object[]> rows = entities.createNativeQuery(JUDGED + """
                        select j.ticket_id, t.number, j.kind, j.instance, j.due_at, j.state, j.consumed - j.budget,
                          case when held.type = 'hold' and held.reason <> 'client' and (held.until is null or held.until > j.due_at) then held.reason end
                        from judged j
                        join ticket t on t.tenant_id = :tenant and t.id = j.ticket_id
                        left join lateral (
                          select h.type, h.reason, h.until from happening h
                          where h.tenant_id = :tenant and h.ticket_id = j.ticket_id and h.at <= j.due_at
                            and h.type in ('hold', 'resume', 'resolve', 'reopen')
                          order by h.place desc limit 1) held on true
                        where j.verdict = 'missed'""", Object[].class)
                .setParameter("tenant", client.id()).setParameter("begin", period.begin()).setParameter("end", period.end()).setParameter("now", now)
                .getResultList();
        List<UUID> going = rows.stream().filter(SlaReports::goesOn).map(row -> (UUID) row[0]).distinct().toList();
        Map<UUID, List<Clock>> clocksNow = clocks.of(going, now);
        List<SlaReport.Missed> missed = new ArrayList<>();
        for (Object[] row : rows) {
            Kind kind = kind(row[2]);
            Long over = goesOn(row) ? overNow(clocksNow.get((UUID) row[0]), kind, number(row[3])) : (Long) row[6];
            missed.add(new SlaReport.Missed(new Reference(client.prefix(), (Integer) row[1]).toString(), kind, (Instant) row[4], over, (String) row[7]));
        }
        missed.sort(Comparator.comparing(SlaReport.Missed::dueAt).thenComparing(SlaReport.Missed::ref));
        return missed;
    }

    private static boolean goesOn(Object[] row) {
        return Stream.of("running", "paused").anyMatch(row[5]::equals);
    }

    /** Of the last clock of that kind and instance: those before it were superseded. */
    private static Long overNow(List<Clock> clocks, Kind kind, long instance) {
        return clocks.stream().filter(clock -> clock.kind() == kind && clock.instance() == instance && clock.remainingSeconds() != null)
                .reduce((earlier, later) -> later).map(clock -> -clock.remainingSeconds()).orElse(null);
    }

    private static Kind kind(Object word) {
        return Kind.valueOf(((String) word).toUpperCase(Locale.ROOT));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
