package roundhouse.tenancy;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/** The walls do not bind a superuser, nor an owner who takes them down: the service does not start as either. */
@ApplicationScoped
class RefuseOwner {

    private static final int BEFORE_EVERYTHING = -200;

    private final Units units;
    private final Session entities;

    RefuseOwner(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    record TooMighty(String role) {
    }

    void look(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent started) {
        String tooMighty = units.nowhere(() -> entities.createNativeQuery("""
                select coalesce((select cast(rolname as text) from pg_roles where rolname = current_user
                  and (rolsuper or rolbypassrls or exists (select from pg_class where relowner = pg_roles.oid))), '')""", TooMighty.class)
                .getSingleResult().role());
        if (!tooMighty.isEmpty()) {
            throw new IllegalStateException("Roundhouse signs in to the database as " + tooMighty
                    + ", whom row-level security does not bind: set ROUNDHOUSE_DATABASE_USER to the role that owns nothing (db/roles.sql)");
        }
    }
}
