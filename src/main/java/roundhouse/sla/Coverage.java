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
 * @param turn    in which order policies are asked: the client's for an asset, for a category, its default, then the provider's
 * @param because a sentence
 */
public record Coverage(Kind kind, Priority priority, String policy, boolean own, int turn, String words, String calendar, String because) {

    private static final int PROVIDERS = 10;

    /** Every kind at every priority, the priorities of a kind together. @param category null for a ticket without one */
    public static List<Coverage> of(Promises promises, String category) {
        List<Coverage> coverage = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Priority priority : Priority.values()) {
                Promise promise = promises.of(kind, priority, category, null);
                boolean own = promise.policy() != null && promises.own().policies().contains(promise.policy());
                int turn = promise.policy() == null ? 0 : promise.policy().match().turn() + (own ? 0 : PROVIDERS);
                coverage.add(new Coverage(kind, priority, promise.policy() == null ? null : promise.policy().name(), own, turn,
                        Length.words(promise.target()), promise.calendar().name(), promise.because()));
            }
        }
        return coverage;
    }

    /** {@code P1}, {@code P2}, ... */
    public static List<Priority> priorities() {
        return Arrays.asList(Priority.values());
    }

    /** {@code standard}, {@code the provider's standard} */
    public String whose() {
        return (own ? "" : "the provider's ") + policy;
    }

    public boolean isGap() {
        return policy == null;
    }

    /** What every client expects an answer to: the others are promised to some and not to others. */
    public boolean isBasic() {
        return kind == Kind.FIRST_RESPONSE || kind == Kind.RESOLUTION;
    }
}
