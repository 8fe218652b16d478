package roundhouse.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;
import roundhouse.sla.Kind;
import roundhouse.tenancy.Tenant;
import roundhouse.tickets.Reference;

/** What has become otherwise of clocks that counted in a locked period of the client of the open unit of work. */
@ApplicationScoped
class Corrections {

    /**
     * A clock that was opened again is judged anew, an adjustment was approved after the lock, a ticket turned out to be another client's. Each at
     * the instant at which it came about, which is after the lock and so in a period that is not locked, or was not then.
     */
    private static final String CORRECTIONS = """
            select t.number, l.kind, l.instance, p.first_day as firstDay, p.last_day as lastDay, l.adjusted as was, later.becomes, later.at, later.reason
            from (
              select c.ticket_id, c.kind, c.instance, c.verdict as becomes, c.judged_at as at, 'opened again' as reason from clock c
              where c.tenant_id = :tenant and c.judged_at >= :begin and c.judged_at < :end
                and c.started_at < :locked and c.verdict is not null and c.state <> 'superseded'
              union all
              select a.ticket_id, a.kind, a.instance, a.verdict, d.at, a.reason
              from adjustment_decision d join adjustment a on a.tenant_id = :tenant and a.id = d.adjustment_id
              where d.tenant_id = :tenant and d.approved and d.at >= :begin and d.at < :end
              union all
              select k.ticket_id, k.kind, k.instance, 'excluded', h.at, 'cancelled as misrouted'
              from happening h join locked_clock k on k.tenant_id = :tenant and k.ticket_id = h.ticket_id
              where h.tenant_id = :tenant and h.type = 'cancel' and h.reason = 'misrouted' and h.at >= :begin and h.at < :end
            ) later
            join locked_clock l on l.tenant_id = :tenant and l.ticket_id = later.ticket_id and l.kind = later.kind and l.instance = later.instance
            join locked_period p on p.tenant_id = :tenant and p.id = l.period_id
            join ticket t on t.tenant_id = :tenant and t.id = l.ticket_id
            where later.at > p.locked_at and later.becomes <> l.adjusted""";

    private record Line(Integer number, String kind, Integer instance, LocalDate firstDay, LocalDate lastDay, String was, String becomes, Instant at,
                        String reason) {
    }

    private final Session entities;

    Corrections(Session entities) {
        this.entities = entities;
    }

    /**
     * The earliest first.
     *
     * @param open   spans that are not locked
     * @param locked the end of the last locked period
     */
    List<SlaReport.Correction> of(Tenant client, List<Span> open, Instant locked) {
        return open.stream().flatMap(span -> entities.createNativeQuery(CORRECTIONS, Line.class).setParameter("tenant", client.id())
                        .setParameter("begin", span.begin()).setParameter("end", span.end()).setParameter("locked", locked)
                        .getResultStream())
                .map(line -> new SlaReport.Correction(new Reference(client.prefix(), line.number()).toString(), Kind.of(line.kind()), line.instance(),
                        line.firstDay(), line.lastDay(), AdjustedVerdict.of(line.was()), AdjustedVerdict.of(line.becomes()), line.at(), line.reason()))
                .sorted(Comparator.comparing(SlaReport.Correction::at).thenComparing(SlaReport.Correction::ref)).toList();
    }
}
