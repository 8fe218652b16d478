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

    /** {@code 24 clients: 1 founded, 2 changed, 21 unchanged, 0 refused, 0 failed} */
    public String sentence() {
        return outcomes.size() + " parties: " + count(Outcome.State.FOUNDED) + " founded, " + count(Outcome.State.CHANGED) + " changed, "
                + count(Outcome.State.UNCHANGED) + " unchanged, " + count(Outcome.State.REFUSED) + " refused, " + count(Outcome.State.FAILED) + " failed";
    }
}
