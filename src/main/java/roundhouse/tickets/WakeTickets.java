package roundhouse.tickets;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** Writes what time alone brings: each ticket whose timer is due is stepped into in its own client. */
@ApplicationScoped
class WakeTickets {

    private static final Logger LOG = Logger.getLogger(WakeTickets.class);
    private static final int BATCH = 200;

    private final Timers timers;
    private final Tickets tickets;
    private final Units units;
    private final DatabaseTime time;

    WakeTickets(Timers timers, Tickets tickets, Units units, DatabaseTime time) {
        this.timers = timers;
        this.tickets = tickets;
        this.units = units;
        this.time = time;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wake() {
        List<Timers.Claimed> claimed;
        do {
            claimed = timers.claim(BATCH);
            claimed.forEach(this::wake);
        } while (claimed.size() == BATCH);
    }

    private void wake(Timers.Claimed timer) {
        By by = By.roundhouse(time.now(), Channel.TIMER);
        try {
            units.inside(timer.tenantId(), Side.SYSTEM, 0, () -> {
                tickets.wake(timer.ticketId(), by);
                return null;
            });
        } catch (RuntimeException e) {
            // One that cannot be woken must not keep the rest asleep; its claim runs out and it is tried again
            LOG.error("Ticket " + timer.ticketId() + " of tenant " + timer.tenantId() + " could not be woken", e);
        }
    }
}
