package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import roundhouse.sla.PromisesChanged;

/** An edit of calendars or policies moves what is due from now on: the timers of all that is unfinished ring, and any replica reckons it anew. */
@ApplicationScoped
class RedueOnPromisesChanged {

    /** Until then every replica knows of the edit. */
    private static final Duration KNOWN = Duration.ofSeconds(5);

    private final Timers timers;

    RedueOnPromisesChanged(Timers timers) {
        this.timers = timers;
    }

    void redue(@Observes PromisesChanged changed) {
        timers.setUnfinished(changed.by().at().plus(KNOWN));
    }
}
