package roundhouse.tickets;

import java.util.List;

/**
 * How a verb went for several tickets, each in a unit of work of its own: what was done, and of each that was not, why.
 *
 * @param what in words, {@code assigned to Theo Brandt}
 */
public record Selection(String what, List<String> done, List<Refusal> refused) {

    static final Selection NOTHING = new Selection("", List.of(), List.of());

    public record Refusal(String ref, String why) {
    }

    /** {@code 3 tickets assigned to Theo Brandt}; empty where none was. */
    public String summary() {
        return done.isEmpty() ? "" : (done.size() == 1 ? done.get(0) : done.size() + " tickets") + " " + what + ".";
    }
}
