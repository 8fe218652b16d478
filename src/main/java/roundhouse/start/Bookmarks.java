package roundhouse.start;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import roundhouse.tenancy.Units;

/** How far the demonstration has been told at the client of the open unit of work. */
@ApplicationScoped
class Bookmarks {

    static final int FINISHED = Integer.MAX_VALUE;

    private final Units units;
    private final Session entities;

    Bookmarks(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    record Told(Integer tickets) {
    }

    /** Tickets that were told, 0 before the first. */
    int read() {
        return entities.createNativeQuery("select told from demonstration where tenant_id = :tenant", Told.class)
                .setParameter("tenant", units.open().tenant()).getResultStream().findFirst().map(Told::tickets).orElse(0);
    }

    void set(int told) {
        entities.createNativeMutationQuery("insert into demonstration (tenant_id, told) values (:tenant, :told)"
                        + " on conflict (tenant_id) do update set told = excluded.told")
                .setParameter("tenant", units.open().tenant()).setParameter("told", told).executeUpdate();
    }
}
