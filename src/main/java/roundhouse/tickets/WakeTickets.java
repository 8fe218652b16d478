package roundhouse.tickets;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** Writes what time alone brings: the tickets whose timers are due are stepped into in their own clients, those of one client together. */
@ApplicationScoped
class WakeTickets {

    private static final Logger LOG = Logger.getLogger(WakeTickets.class);
    /** Many, so that those of one client come together; few enough to be done with long before their claims run out. */
    private static final int CLAIMED = 2_500;
    /** So many are held in memory at once. */
    private static final int TOGETHER = 500;

    private final Timers timers;
    private final PassingTime passing;
    private final Units units;
    private final DatabaseTime time;

    WakeTickets(Timers timers, PassingTime passing, Units units, DatabaseTime time) {
        this.timers = timers;
        this.passing = passing;
        this.units = units;
        this.time = time;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wake() {
        List<Timers.Claimed> claimed;
        do {
            claimed = timers.claim(CLAIMED);
            claimed.stream().collect(Collectors.groupingBy(Timers.Claimed::tenantId, Collectors.mapping(Timers.Claimed::ticketId, Collectors.toList())))
                    .forEach(this::wakeSome);
        } while (claimed.size() == CLAIMED);
    }

    private void wakeSome(int tenant, List<UUID> tickets) {
        for (int first = 0; first < tickets.size(); first += TOGETHER) {
            wake(tenant, tickets.subList(first, Math.min(first + TOGETHER, tickets.size())));
        }
    }

    private void wake(int tenant, List<UUID> tickets) {
        By by = By.roundhouse(time.now(), Channel.TIMER);
        try {
            units.inside(tenant, Side.SYSTEM, 0, () -> {
                passing.wake(tickets, by);
                return null;
            });
        } catch (RuntimeException e) {
            if (tickets.size() > 1) {
                // Somebody changed one of them meanwhile, or one cannot be woken: the others shall not wait for it
                LOG.debugf("%d tickets of tenant %d could not be woken together: %s", tickets.size(), tenant, e.getMessage());
                tickets.forEach(ticket -> wake(tenant, List.of(ticket)));
                return;
            }
            // Its claim runs out and it is tried again
            LOG.error("Ticket " + tickets.get(0) + " of tenant " + tenant + " could not be woken", e);
        }
    }
}
