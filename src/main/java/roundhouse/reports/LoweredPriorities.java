package roundhouse.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import roundhouse.sla.Policies;
import roundhouse.sla.Policy;
import roundhouse.sla.Priority;
import roundhouse.sla.Warning;
import roundhouse.tenancy.Tenant;
import roundhouse.tickets.Reference;

/** Priorities that were lowered although a clock had already warned, at the client of the open unit of work: the report says so, and why. */
@ApplicationScoped
class LoweredPriorities {

    /** The engine counts in whole seconds, what happened is kept as it was. */
    private static final String LOWERED = """
            select c.ticket_id as ticketId, t.number, c.priority, h.target, h.at, c.due_at as dueAt, c.budget, c.consumed, c.verdict, t.category, t.asset,
              e.by_name as byName, e.body as reason
            from clock c
            join happening h on h.tenant_id = :tenant and h.ticket_id = c.ticket_id and h.type = 'priority' and h.target > c.priority
              and date_trunc('second', h.at) = c.stopped_at
            join ticket t on t.tenant_id = :tenant and t.id = c.ticket_id
            left join entry e on e.tenant_id = :tenant and e.ticket_id = c.ticket_id and e.at = h.at and e.kind = 'PRIORITY'
            where c.tenant_id = :tenant and c.promised and c.state = 'superseded' and c.stopped_at >= :begin and c.stopped_at < :end
            order by h.at, t.number""";

    private record Line(UUID ticketId, Integer number, String priority, String target, Instant at, Instant dueAt, Long budget, Long consumed, String verdict,
                        String category, String asset, String byName, String reason) {

        private boolean hadWarned(Warning warning) {
            if (warning instanceof Warning.Share share) {
                return consumed * 100 >= budget * share.percent();
            }
            return dueAt != null && !at.isBefore(dueAt.minus(((Warning.Before) warning).elapsed()));
        }
    }

    private record Change(UUID ticketId, Instant at) {
    }

    private final Session entities;
    private final Policies policies;

    LoweredPriorities(Session entities, Policies policies) {
        this.entities = entities;
        this.policies = policies;
    }

    /** The earliest first, each change once. */
    List<SlaReport.Lowered> in(Tenant client, Span span) {
        Set<Change> listed = new HashSet<>();
        List<SlaReport.Lowered> lowered = new ArrayList<>();
        for (Line line : entities.createNativeQuery(LOWERED, Line.class).setParameter("tenant", client.id())
                .setParameter("begin", span.begin()).setParameter("end", span.end()).getResultList()) {
            if (hadWarned(line) && listed.add(new Change(line.ticketId(), line.at()))) {
                lowered.add(new SlaReport.Lowered(new Reference(client.prefix(), line.number()).toString(), line.at(),
                        line.priority() + " to " + line.target(), line.byName(), line.reason()));
            }
        }
        return lowered;
    }

    private boolean hadWarned(Line line) {
        List<Warning> warnings = policies.promises(line.at()).governing(Priority.valueOf(line.priority()), line.category(), line.asset())
                .map(Policy::warnings).orElse(List.of());
        return "missed".equals(line.verdict()) || warnings.stream().anyMatch(line::hadWarned);
    }
}
