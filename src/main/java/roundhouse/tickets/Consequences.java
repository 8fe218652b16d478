package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import roundhouse.identity.By;
import roundhouse.search.SearchIndex;
import roundhouse.sla.Event;

/** What follows from every verb: the clocks hear of it, the queue shows it, and the timer is set anew. */
@ApplicationScoped
class Consequences {

    private final Ledger ledger;
    private final QueueRows queue;
    private final Outlooks outlooks;
    private final Timers timers;
    private final SearchIndex search;

    Consequences(Ledger ledger, QueueRows queue, Outlooks outlooks, Timers timers, SearchIndex search) {
        this.ledger = ledger;
        this.queue = queue;
        this.outlooks = outlooks;
        this.timers = timers;
        this.search = search;
    }

    /** Of a new ticket, which is stored with what is due first. */
    void begin(Ticket ticket, LastWords last, By by) {
        List<Shown> shown = List.of(new Shown(ticket, ledger.begin(ticket, by), last));
        queue.show(shown);
        timers.set(shown);
    }

    /** @param events what the clocks hear; none where they need not */
    void of(Ticket ticket, LastWords last, By by, Event... events) {
        of(List.of(new Change(ticket, List.of(events), last, true)), by);
    }

    void of(List<Change> changes, By by) {
        List<Outlook> told = ledger.tell(changes, by);
        Map<Boolean, List<Shown>> byTouched = IntStream.range(0, changes.size()).boxed().collect(Collectors.partitioningBy(
                place -> changes.get(place).touched(), Collectors.mapping(place -> shown(changes.get(place), told.get(place)), Collectors.toList())));
        queue.show(byTouched.get(true));
        outlooks.write(byTouched.get(false));
        timers.set(byTouched.values().stream().flatMap(List::stream).toList());
        changes.stream().filter(Change::touched).map(Change::ticket)
                .forEach(ticket -> search.status(ticket.id(), ticket.status().name(), ticket.status().inThePortal(ticket.hold()).name(), ticket.updatedAt()));
    }

    private static Shown shown(Change change, Outlook outlook) {
        return new Shown(change.ticket(), outlook, change.last());
    }
}
