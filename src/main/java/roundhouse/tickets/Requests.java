package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import roundhouse.sla.Clock;
import roundhouse.sla.Kind;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** Tickets as their own client sees them, in the open unit of work inside it. */
@ApplicationScoped
public class Requests {

    private final Session entities;
    private final Units units;
    private final Tenants tenants;
    private final Clocks clocks;

    Requests(Session entities, Units units, Tenants tenants, Clocks clocks) {
        this.entities = entities;
        this.units = units;
        this.tenants = tenants;
        this.clocks = clocks;
    }

    /** The last changed first. */
    public List<Request> of(RequestQuery query) {
        return entities.createQuery("""
                        select t from Ticket t join fetch t.requester
                        where t.key.tenantId = :tenant and (:everybody = true or t.requester.id = :requester) and t.status in :statuses
                          and (t.cancelReason is null or t.cancelReason <> MISROUTED)
                          and (:any = true or lower(t.subject) like :pattern escape '\\')
                        order by t.updatedAt desc, t.key.id desc""", Ticket.class)
                .setParameter("tenant", units.open().tenant()).setParameter("everybody", query.requester() == null)
                .setParameter("requester", query.requester() == null ? 0 : query.requester()).setParameter("statuses", query.state().statuses())
                .setParameter("any", query.words().isBlank()).setParameter("pattern", query.pattern())
                .setFirstResult(query.first()).setMaxResults(query.most()).getResultStream().map(this::line).toList();
    }

    /** What cannot go on without an answer of this person, the longest waiting first. */
    public List<Request> waitingFor(int requester, int most) {
        return entities.createQuery("""
                        select t from Ticket t join fetch t.requester
                        where t.key.tenantId = :tenant and t.requester.id = :requester and t.status = PENDING and t.hold.reason = CLIENT
                        order by t.updatedAt, t.key.id""", Ticket.class)
                .setParameter("tenant", units.open().tenant()).setParameter("requester", requester).setMaxResults(most)
                .getResultStream().map(this::line).toList();
    }

    /** One of them with the promise that binds now: the next word before the solution. */
    public Request of(Ticket ticket, Instant now) {
        Optional<Request.Promise> promise = clocks.of(ticket, now).stream()
                .filter(clock -> clock.isOpen() && clock.state() == Clock.State.RUNNING && clock.dueAt() != null)
                .flatMap(clock -> Request.Promise.of(clock.kind(), clock.dueAt()).stream()).findFirst();
        return Request.of(ticket, here(), promise.orElse(null));
    }

    /** From the ticket alone: a list asks no clock. */
    private Request line(Ticket ticket) {
        Optional<Request.Promise> promise = ticket.dueAt() == null ? Optional.empty()
                : Request.Promise.of(Kind.of(ticket.dueKind()), ticket.dueAt());
        return Request.of(ticket, here(), promise.orElse(null));
    }

    private Tenant here() {
        return tenants.byId(units.open().tenant()).orElseThrow();
    }
}
