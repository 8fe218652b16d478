package roundhouse.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.Session;

/**
 * What time it is. The database's clock decides, so that replicas whose clocks disagree tell one story; it is asked twice a minute and the
 * difference kept in between.
 */
@ApplicationScoped
public class DatabaseTime {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Units units;
    private final Session entities;
    private volatile Reading reading = new Reading(Duration.ZERO, Long.MIN_VALUE / 2);

    DatabaseTime(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    /** Microseconds are kept, as in the database. */
    public Instant now() {
        if (System.nanoTime() - reading.readAt > FRESH.toNanos() && units.current() == null) {
            Instant there = units.nowhere(() -> entities.createNativeQuery("select clock_timestamp()", There.class).getSingleResult().now());
            reading = new Reading(Duration.between(Instant.now(), there), System.nanoTime());
        }
        return Instant.now().plus(reading.ahead).truncatedTo(ChronoUnit.MICROS);
    }

    record There(Instant now) {
    }

    private record Reading(Duration ahead, long readAt) {
    }
}
