package roundhouse.tickets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import roundhouse.sla.Calendar;
import roundhouse.sla.Policies;
import roundhouse.sla.Promises;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** The calendars that rows of the queue name, kept for a minute: a line that says "sleeps until Mon 09:00" asks nothing of the database. */
@ApplicationScoped
class OpeningHours {

    private final Units units;
    private final Policies policies;
    private final DatabaseTime time;
    private final Cache<Integer, Promises> known = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(2_000).build();

    OpeningHours(Units units, Policies policies, DatabaseTime time) {
        this.units = units;
        this.policies = policies;
        this.time = time;
    }

    /** Not to be called in a unit of work. @param name null for none: always open */
    Calendar of(int tenant, String name) {
        if (name == null) {
            return Calendar.ALWAYS;
        }
        Promises promises = known.get(tenant, id -> {
            Instant now = time.now();
            return units.inside(id, Side.SYSTEM, 0, () -> policies.promises(now));
        });
        Map<String, Calendar> own = promises.own().calendars();
        return own.getOrDefault(name, promises.provider().calendars().getOrDefault(name, Calendar.ALWAYS));
    }
}
