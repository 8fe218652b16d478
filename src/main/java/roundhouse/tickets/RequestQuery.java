package roundhouse.tickets;

import java.util.Locale;
import java.util.Set;

/**
 * What someone wants to see of a client's requests.
 *
 * @param requester the person who asked, null for everybody of the company
 * @param words     to be found in the subject; empty for any
 * @param first     how many to pass over
 */
public record RequestQuery(Integer requester, State state, String words, int first, int most) {

    public enum State {
        ALL(Set.of(Status.values())),
        OPEN(Status.UNFINISHED),
        FINISHED(Set.of(Status.RESOLVED, Status.CLOSED, Status.MERGED, Status.CANCELLED));

        private final Set<Status> statuses;

        State(Set<Status> statuses) {
            this.statuses = statuses;
        }

        Set<Status> statuses() {
            return statuses;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static RequestQuery latest(Integer requester, int most) {
        return new RequestQuery(requester, State.ALL, "", 0, most);
    }

    /** For LIKE, which would read percent, underscore and backslash. */
    String pattern() {
        return "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "\\\\$0") + "%";
    }
}
