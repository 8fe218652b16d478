package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import roundhouse.sla.Calendar;
import roundhouse.sla.Policies;
import roundhouse.sla.Promises;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Editions;
import roundhouse.tenancy.Remembered;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** The calendars that rows of the queue name, kept until they change: a line that says "sleeps until Mon 09:00" asks nothing of the database. */
@ApplicationScoped
class OpeningHours {

    private final Units units;
    private final Policies policies;
    private final DatabaseTime time;
    private final Remembered<Promises> known;

    OpeningHours(Units units, Policies policies, DatabaseTime time, Editions editions) {
        this.units = units;
        this.policies = policies;
        this.time = time;
        this.known = new Remembered<>(editions, 2_000);
    }

    /** Not to be called in a unit of work. @param name null for none: always open */
    Calendar of(int tenant, String name) {
        if (name == null) {
            return Calendar.ALWAYS;
        }
        Promises promises = known.of(tenant, () -> {
            Instant now = time.now();
            return units.inside(tenant, Side.SYSTEM, 0, () -> policies.promises(now));
        });
        Map<String, Calendar> own = promises.own().calendars();
        return own.getOrDefault(name, promises.provider().calendars().getOrDefault(name, Calendar.ALWAYS));
    }
}
