package roundhouse.environments;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.tenancy.Mistake;

/**
 * What applying the folder did.
 *
 * @param by       user name, or {@code roundhouse} at start
 * @param seconds  that it took
 * @param mistakes that belong to no client
 */
public record Report(Instant at, String by, double seconds, List<Outcome> outcomes, List<Mistake> mistakes) {

    public long count(Outcome.State state) {
        return outcomes.stream().filter(outcome -> outcome.state() == state).count();
    }

    public boolean isWell() {
        return mistakes.isEmpty() && outcomes.stream().allMatch(Outcome::isWell);
    }

    /** After this client was applied again alone. */
    Report with(Outcome newer) {
        return new Report(at, by, seconds, outcomes.stream().map(outcome -> outcome.slug().equals(newer.slug()) ? newer : outcome).toList(), mistakes);
    }

    Report saying(List<Mistake> others) {
        return new Report(at, by, seconds, outcomes, others);
    }

    /** {@code 1 founded, 2 changed, 22 unchanged; 1 with edits on screen}: of the provider and its clients, without what there was none of. */
    public String sentence() {
        String states = Stream.of(Outcome.State.values()).filter(state -> count(state) > 0).map(state -> count(state) + " " + state.word()).collect(Collectors.joining(", "));
        long edited = outcomes.stream().filter(outcome -> !outcome.drift().isEmpty()).count();
        return (states.isEmpty() ? "the folder is empty" : states) + (edited == 0 ? "" : "; " + edited + " with edits on screen");
    }
}
