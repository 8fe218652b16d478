package roundhouse.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import roundhouse.sla.Clock;
import roundhouse.sla.Engine;
import roundhouse.sla.Event;
import roundhouse.sla.Kind;
import roundhouse.sla.Story;
import roundhouse.sla.Timeline;

/**
 * The story of one ticket as its clocks hear it, beside what was stored of them.
 *
 * @param promises as they stood and were edited since it was asked
 * @param stored   in the order in which the clocks began
 */
record Chronicle(Ticket ticket, List<Event> events, Timeline promises, List<ClockRow> stored) {

    /** Which of a ticket's clocks. @param turn counts from 0 those that replaced each other in one instance */
    record Name(Kind kind, int instance, int turn) {
    }

    /** @param row null where nothing was stored of it yet */
    record Beside(Name name, Clock clock, ClockRow row) {

        /** A clock that replaces another and was missed with it. */
        boolean inherits() {
            return name.turn > 0 && row == null;
        }
    }

    Chronicle and(List<Event> more) {
        return more.isEmpty() ? this : new Chronicle(ticket, Stream.concat(events.stream(), more.stream()).toList(), promises, stored);
    }

    /**
     * The clocks as they stand at the instant. A verdict is a fact: a story that would be told otherwise now, as by other rules of a time zone,
     * takes none of them back; that is for the repair to propose.
     *
     * @param happening what is not in the stored clocks yet: it alone may withdraw a verdict
     */
    List<Clock> clocks(Instant now, List<Event> happening) {
        Instant at = now.isBefore(ticket.createdAt()) ? ticket.createdAt() : now;
        List<Clock> told = Engine.clocks(promises, new Story(ticket.bornPriority(), ticket.bornCategory(), ticket.asset(), ticket.createdAt(), events), at);
        return beside(told).stream().map(each -> each.row == null ? each.clock : each.row.keepsVerdict(each.clock, happening)).toList();
    }

    List<Clock> clocks(Instant now) {
        return clocks(now, List.of());
    }

    /** Whether a calendar or a policy was, since it was asked. */
    boolean isEdited() {
        return promises.editions().size() > 1;
    }

    /** Each clock with what was stored of it. */
    List<Beside> beside(List<Clock> clocks) {
        Map<Name, ClockRow> rows = rows();
        List<Name> names = names(clocks);
        return IntStream.range(0, clocks.size()).mapToObj(place -> new Beside(names.get(place), clocks.get(place), rows.get(names.get(place)))).toList();
    }

    private Map<Name, ClockRow> rows() {
        Map<Name, ClockRow> rows = new HashMap<>();
        for (ClockRow row : stored) {
            int turn = 0;
            while (rows.putIfAbsent(new Name(row.kind(), row.instance(), turn), row) != null) {
                turn++;
            }
        }
        return rows;
    }

    private static List<Name> names(List<Clock> clocks) {
        List<Name> names = new ArrayList<>();
        for (Clock clock : clocks) {
            int turn = (int) names.stream().filter(name -> name.kind() == clock.kind() && name.instance() == clock.instance()).count();
            names.add(new Name(clock.kind(), clock.instance(), turn));
        }
        return names;
    }
}
