package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import roundhouse.sla.Event;
import roundhouse.sla.Policies;
import roundhouse.sla.Timeline;
import roundhouse.tenancy.Units;

/** Reads and continues the stories of tickets of the client of the open unit of work, many at once. */
@ApplicationScoped
class Chronicles {

    private final Units units;
    private final Session entities;
    private final Policies policies;

    Chronicles(Units units, Session entities, Policies policies) {
        this.units = units;
        this.entities = entities;
        this.policies = policies;
    }

    Chronicle of(Ticket ticket) {
        return of(List.of(ticket)).get(0);
    }

    /** In the order of the tickets. */
    List<Chronicle> of(Collection<Ticket> tickets) {
        UUID[] ids = tickets.stream().map(Ticket::id).toArray(UUID[]::new);
        Map<UUID, List<Event>> events = new HashMap<>();
        of(Happening.class, "select * from happening where tenant_id = :tenant and ticket_id = any (:tickets) order by ticket_id, place", ids)
                .forEach(happening -> events.computeIfAbsent(happening.ticketId(), id -> new ArrayList<>()).add(happening.event()));
        Map<UUID, List<ClockRow>> stored = new HashMap<>();
        of(ClockRow.class, "select * from clock where tenant_id = :tenant and ticket_id = any (:tickets) order by ticket_id, place", ids)
                .forEach(row -> stored.computeIfAbsent(row.ticketId(), id -> new ArrayList<>()).add(row));
        return tickets.stream().map(ticket -> new Chronicle(ticket, events.getOrDefault(ticket.id(), List.of()), promises(ticket),
                stored.getOrDefault(ticket.id(), List.of()))).toList();
    }

    /**
     * Not in the query language, where a list is not one value: it would be translated anew each time. And only to be read: happenings stay as they are,
     * and {@link ClockRows} writes clocks together.
     */
    private <T> List<T> of(Class<T> rows, String sql, UUID[] tickets) {
        return entities.createNativeQuery(sql, rows).addSynchronizedEntityClass(rows).setParameter("tenant", units.open().tenant())
                .setParameter("tickets", tickets).setReadOnly(true).getResultList();
    }

    /** Of a ticket that is being asked. */
    Chronicle begun(Ticket ticket) {
        return new Chronicle(ticket, List.of(), promises(ticket), List.of());
    }

    Timeline promises(Ticket ticket) {
        return policies.timeline(ticket.createdAt());
    }

    /** Writes down what happens next. */
    Chronicle told(Chronicle chronicle, List<Event> happening) {
        int place = chronicle.events().size();
        for (Event event : happening) {
            entities.persist(new Happening(chronicle.ticket(), place++, event));
        }
        return chronicle.and(happening);
    }
}
