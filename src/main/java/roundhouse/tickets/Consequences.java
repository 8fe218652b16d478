package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import roundhouse.identity.By;
import roundhouse.search.SearchIndex;
import roundhouse.sla.Event;

/** What follows from every verb: the clocks hear of it, the queue shows it, and the timer is set anew. */
@ApplicationScoped
class Consequences {

    private final Ledger ledger;
    private final Queue queue;
    private final Timers timers;
    private final SearchIndex search;

    Consequences(Ledger ledger, Queue queue, Timers timers, SearchIndex search) {
        this.ledger = ledger;
        this.queue = queue;
        this.timers = timers;
        this.search = search;
    }

    /** Of a new ticket, which is stored with what is due first. */
    void begin(Ticket ticket, Queue.LastWords last, By by) {
        Outlook outlook = ledger.begin(ticket, by);
        show(List.of(new Queue.Shown(ticket, outlook, last)));
    }

    /** @param events what the clocks hear; none where they need not */
    void of(Ticket ticket, Queue.LastWords last, By by, Event... events) {
        of(List.of(new Change(ticket, List.of(events), last, true)), by);
    }

    void of(List<Change> changes, By by) {
        List<Outlook> outlooks = ledger.tell(changes, by);
        List<Queue.Shown> shown = new ArrayList<>();
        for (int place = 0; place < changes.size(); place++) {
            shown.add(new Queue.Shown(changes.get(place).ticket(), outlooks.get(place), changes.get(place).last()));
        }
        show(shown);
        changes.stream().filter(Change::touched).map(Change::ticket)
                .forEach(ticket -> search.status(ticket.id(), ticket.status().name(), ticket.status().inThePortal(ticket.hold()).name(), ticket.updatedAt()));
    }

    private void show(List<Queue.Shown> shown) {
        queue.show(shown);
        timers.set(shown);
    }
}
