package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import roundhouse.identity.By;
import roundhouse.sla.Event;
import roundhouse.search.SearchIndex;

/** What follows from every verb: the clocks hear of it, the queue shows it, and the timer is set anew. */
@ApplicationScoped
class Consequences {

    private final Clocks clocks;
    private final Queue queue;
    private final Timers timers;
    private final SearchIndex search;

    Consequences(Clocks clocks, Queue queue, Timers timers, SearchIndex search) {
        this.clocks = clocks;
        this.queue = queue;
        this.timers = timers;
        this.search = search;
    }

    /** Of a new ticket, which is stored with what is due first. */
    void begin(Ticket ticket, Queue.LastWords last, By by) {
        show(ticket, last, clocks.begin(ticket, by));
    }

    /** @param events what the clocks hear; none where only time has passed */
    void of(Ticket ticket, Queue.LastWords last, By by, Event... events) {
        Outlook outlook = clocks.tell(ticket, by, events);
        ticket.expects(outlook);
        show(ticket, last, outlook);
        search.status(ticket.id(), ticket.status().name(), ticket.status().inThePortal(ticket.hold()).name(), ticket.updatedAt());
    }

    private void show(Ticket ticket, Queue.LastWords last, Outlook outlook) {
        queue.show(ticket, outlook.due(), last);
        timers.set(ticket, outlook.attentionAt());
    }
}
