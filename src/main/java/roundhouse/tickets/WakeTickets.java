package roundhouse.tickets;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.context.ManagedExecutor;
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
    private static final int CLAIMED = 10_000;
    /** So many are held in memory at once, by each worker. */
    private static final int TOGETHER = 250;
    /** One reckons while the database writes down what another has reckoned, and a third waits for the disk. */
    private static final int WORKERS = 3;

    private final Timers timers;
    private final PassingTime passing;
    private final Units units;
    private final DatabaseTime time;
    private final ManagedExecutor executor;

    WakeTickets(Timers timers, PassingTime passing, Units units, DatabaseTime time, ManagedExecutor executor) {
        this.timers = timers;
        this.passing = passing;
        this.units = units;
        this.time = time;
        this.executor = executor;
    }

    private record Lot(int tenant, List<UUID> tickets) {

        Stream<Lot> parts() {
            return IntStream.iterate(0, first -> first < tickets.size(), first -> first + TOGETHER)
                    .mapToObj(first -> new Lot(tenant, tickets.subList(first, Math.min(first + TOGETHER, tickets.size()))));
        }
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void wake() {
        List<Timers.Claimed> claimed;
        do {
            claimed = timers.claim(CLAIMED);
            wake(claimed);
        } while (claimed.size() == CLAIMED);
    }

    private void wake(List<Timers.Claimed> claimed) {
        List<Lot> lots = claimed.stream()
                .collect(Collectors.groupingBy(Timers.Claimed::tenantId, Collectors.mapping(Timers.Claimed::ticketId, Collectors.toList())))
                .entrySet().stream().map(ofOneClient -> new Lot(ofOneClient.getKey(), ofOneClient.getValue())).flatMap(Lot::parts)
                .sorted(Comparator.comparing((Lot lot) -> lot.tickets.size()).reversed()).toList();
        Queue<Lot> left = new ConcurrentLinkedQueue<>(lots);
        Runnable worker = () -> {
            for (Lot lot = left.poll(); lot != null; lot = left.poll()) {
                wake(lot.tenant, lot.tickets);
            }
        };
        CompletableFuture<?>[] beside = IntStream.range(1, Math.min(WORKERS, lots.size())).mapToObj(place -> executor.runAsync(worker)).toArray(CompletableFuture[]::new);
        worker.run();
        CompletableFuture.allOf(beside).join();
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
