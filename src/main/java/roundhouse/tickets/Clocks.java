package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.sla.Clock;
import roundhouse.sla.Event;
import roundhouse.tenancy.Units;

/** The clocks of tickets, as the engine and what was judged already say. Nothing here reckons with time itself. */
@ApplicationScoped
public class Clocks {

    private final Units units;
    private final Session entities;
    private final Chronicles chronicles;

    Clocks(Units units, Session entities, Chronicles chronicles) {
        this.units = units;
        this.entities = entities;
        this.chronicles = chronicles;
    }

    /** The clocks of a ticket as they stand now. */
    public List<Clock> of(Ticket ticket, Instant now) {
        return chronicles.of(ticket).clocks(now);
    }

    /** The same for several tickets of this client by their ids, read at once. */
    public Map<UUID, List<Clock>> of(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Ticket> tickets = entities.createQuery("select t from Ticket t where t.key.tenantId = :tenant and t.key.id in :tickets", Ticket.class)
                .setParameter("tenant", units.open().tenant()).setParameter("tickets", ids).getResultList();
        return chronicles.of(tickets).stream().collect(Collectors.toMap(chronicle -> chronicle.ticket().id(), chronicle -> chronicle.clocks(now)));
    }

    /** What they would be at an instant from now on, had this happened now. Nothing is stored. */
    List<Clock> supposing(Ticket ticket, Event supposed, Instant at) {
        return chronicles.of(ticket).and(List.of(supposed)).clocks(at, List.of(supposed));
    }

    /** Whether a promise that is still kept has come so far that its policy warns of it. */
    boolean haveWarned(Ticket ticket, Instant now) {
        return of(ticket, now).stream().flatMap(clock -> clock.nearings().stream()).anyMatch(nearing -> nearing.hasCome(now));
    }

    Instant reopenUntil(Ticket ticket, Instant at) {
        return chronicles.promises(ticket).at(at).reopenableUntil(ticket.priority(), ticket.category(), ticket.asset(), at);
    }

    /** @param wished null for what the policy says. @return null for never */
    Instant holdEnds(Ticket ticket, Instant wished, Instant at) {
        return chronicles.promises(ticket).at(at).holdEnds(ticket.priority(), ticket.category(), ticket.asset(), at, wished);
    }
}
