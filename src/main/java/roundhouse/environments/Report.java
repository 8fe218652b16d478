package roundhouse.environments;

import java.time.Instant;
import java.util.List;
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

    /** {@code 25 parties: 1 founded, 2 changed, 22 unchanged, 0 suspended, 0 refused, 0 failed; 1 with edits on screen} */
    public String sentence() {
        return outcomes.size() + " parties: " + count(Outcome.State.FOUNDED) + " founded, " + count(Outcome.State.CHANGED) + " changed, "
                + count(Outcome.State.UNCHANGED) + " unchanged, " + count(Outcome.State.SUSPENDED) + " suspended, " + count(Outcome.State.REFUSED) + " refused, "
                + count(Outcome.State.FAILED) + " failed; " + outcomes.stream().filter(outcome -> !outcome.drift().isEmpty()).count() + " with edits on screen";
    }
}
