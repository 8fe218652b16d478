package roundhouse.sla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which policy wins for one kind of clock at one priority, and why.
 *
 * @param policy  null where no policy speaks of it: a gap
 * @param own     whether that policy is the client's own
 * @param words   {@code 8 h}, {@code not promised}
 * @param because a sentence
 */
public record Coverage(Kind kind, Priority priority, String policy, boolean own, String words, String calendar, String because) {

    /** Every kind at every priority, the priorities of a kind together. @param category null for a ticket without one */
    public static List<Coverage> of(Promises promises, String category) {
        List<Coverage> coverage = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Priority priority : Priority.values()) {
                Promise promise = promises.of(kind, priority, category, null);
                coverage.add(new Coverage(kind, priority, promise.policy() == null ? null : promise.policy().name(),
                        promise.policy() != null && promises.own().policies().contains(promise.policy()), Length.words(promise.target()),
                        promise.calendar().name(), promise.because()));
            }
        }
        return coverage;
    }

    /** {@code P1}, {@code P2}, ... */
    public static List<Priority> priorities() {
        return Arrays.asList(Priority.values());
    }

    public boolean isGap() {
        return policy == null;
    }

    /** What every client expects an answer to: the others are promised to some and not to others. */
    public boolean isBasic() {
        return kind == Kind.FIRST_RESPONSE || kind == Kind.RESOLUTION;
    }
}
