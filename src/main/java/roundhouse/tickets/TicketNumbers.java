package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import roundhouse.tenancy.Units;

/** Counts up inside each client, without gaps: a number is taken in the ticket's own transaction. */
@ApplicationScoped
class TicketNumbers {

    private static final int FIRST = 1001;

    private final Units units;
    private final Session entities;

    record Last(Integer number) {
    }

    TicketNumbers(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    int next() {
        return entities.createNativeQuery("""
                        insert into ticket_number as n (tenant_id, last) values (:tenant, :first)
                        on conflict (tenant_id) do update set last = n.last + 1 returning last""", Last.class)
                .setParameter("tenant", units.open().tenant()).setParameter("first", FIRST).getSingleResult().number();
    }
}
