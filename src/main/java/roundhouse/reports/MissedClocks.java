package roundhouse.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import roundhouse.sla.Clock;
import roundhouse.sla.Kind;
import roundhouse.tenancy.Tenant;
import roundhouse.tickets.Clocks;
import roundhouse.tickets.Reference;

/** Lists the clocks that were missed at the client of the open unit of work. */
@ApplicationScoped
class MissedClocks {

    /** Why is what somebody said; until then, what the ticket was on hold for at the due instant. */
    private static final String MISSED = "with " + JudgedClocks.STANDING + """
            , missed as (
              (select c.ticket_id, c.kind, c.instance, c.due_at, c.state, c.consumed - c.budget as over, c.verdict from clock c
               where c.tenant_id = :tenant and c.judged_at >= :begin and c.judged_at < :end and c.verdict = 'missed' and c.promised
                 and c.state <> 'superseded' order by c.judged_at desc limit :most)
              union all
              (select c.ticket_id, c.kind, c.instance, c.due_at, c.state, c.consumed - c.budget, c.verdict from clock c
               where c.tenant_id = :tenant and c.due_at >= :begin and c.due_at < :end and c.due_at < :now
                 and c.verdict is null and c.promised and c.state = 'running' order by c.due_at desc limit :most))
            select m.ticket_id as ticketId, t.number, m.kind, m.instance, m.due_at as dueAt, m.state, m.over,
              coalesce(why.code, case when held.type = 'hold' and held.reason <> 'client' and (held.until is null or held.until > m.due_at) then held.reason end) as reason,
              s.verdict as adjusted, s.reason as adjustment
            from missed m
            join ticket t on t.tenant_id = :tenant and t.id = m.ticket_id
            left join standing s on s.ticket_id = m.ticket_id and s.kind = m.kind and s.instance = m.instance and s.was is not distinct from m.verdict
            left join cause why on why.tenant_id = :tenant and why.ticket_id = m.ticket_id and why.kind = m.kind and why.instance = m.instance
            left join lateral (
              select h.type, h.reason, h.until from happening h
              where h.tenant_id = :tenant and h.ticket_id = m.ticket_id and h.at <= m.due_at
                and h.type in ('hold', 'resume', 'resolve', 'reopen')
              order by h.place desc limit 1) held on true
            where not exists (select from happening h where h.tenant_id = :tenant and h.ticket_id = m.ticket_id and h.type = 'cancel' and h.reason = 'misrouted')
              and not exists (select from locked_clock l where l.tenant_id = :tenant and l.ticket_id = m.ticket_id and l.kind = m.kind
                              and l.instance = m.instance)
            order by m.due_at desc, t.number desc limit :most""";

    private record Line(UUID ticketId, Integer number, String kind, Integer instance, Instant dueAt, String state, Long over, String reason, String adjusted,
                        String adjustment) {

        private boolean goesOn() {
            return state.equals(Clock.State.RUNNING.word()) || state.equals(Clock.State.PAUSED.word());
        }
    }

    private final Session entities;
    private final Clocks clocks;

    MissedClocks(Session entities, Clocks clocks) {
        this.entities = entities;
        this.clocks = clocks;
    }

    /** The latest of them, the earliest first. @param span in no locked period */
    List<SlaReport.Missed> in(Span span, int most, Tenant client, Instant now) {
        List<Line> lines = entities.createNativeQuery(MISSED, Line.class).setParameter("tenant", client.id())
                .setParameter("begin", span.begin()).setParameter("end", span.end()).setParameter("now", now).setParameter("most", most).getResultList();
        List<UUID> going = lines.stream().filter(Line::goesOn).map(Line::ticketId).distinct().toList();
        Map<UUID, List<Clock>> clocksNow = clocks.of(going, now);
        List<SlaReport.Missed> missed = new ArrayList<>();
        for (Line line : lines) {
            Kind kind = Kind.of(line.kind());
            Long over = line.goesOn() ? overNow(clocksNow.get(line.ticketId()), kind, line.instance()) : line.over();
            missed.add(new SlaReport.Missed(new Reference(client.prefix(), line.number()).toString(), kind, line.instance(), line.dueAt(), over, line.reason(),
                    line.adjusted() == null ? null : AdjustedVerdict.of(line.adjusted()), line.adjustment()));
        }
        Collections.reverse(missed);
        return missed;
    }

    /** Of the last clock of that kind and instance: those before it were superseded. */
    private static Long overNow(List<Clock> clocks, Kind kind, int instance) {
        return clocks.stream().filter(clock -> clock.kind() == kind && clock.instance() == instance && clock.remainingSeconds() != null)
                .reduce((earlier, later) -> later).map(clock -> -clock.remainingSeconds()).orElse(null);
    }
}
