package roundhouse.tickets;

import java.util.List;
import roundhouse.sla.Event;

/**
 * What a verb, or time alone, did to a ticket.
 *
 * @param events  what its clocks hear of it; none where they need not
 * @param last    what was said with it
 * @param touched whether anything but its clocks is otherwise than before
 */
record Change(Ticket ticket, List<Event> events, LastWords last, boolean touched) {

    /** Nobody did anything. @param overtaken whether a hold ended or the ticket closed by itself */
    static Change passing(Ticket ticket, boolean overtaken) {
        return new Change(ticket, List.of(), LastWords.NONE, overtaken);
    }
}
