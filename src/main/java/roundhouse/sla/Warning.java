package roundhouse.sla;

import java.time.Duration;
import java.time.Instant;

/** When somebody is told before the due instant: at a share of the budget, or an elapsed time before. */
public sealed interface Warning {

    boolean hasPassed(Clock clock, Instant now);

    /** Percent of the budget in business time, 1 to 99. */
    record Share(int percent) implements Warning {
        @Override
        public boolean hasPassed(Clock clock, Instant now) {
            return clock.budgetSeconds() != null && clock.consumedSeconds() * 100 >= clock.budgetSeconds() * percent;
        }
    }

    record Before(Duration elapsed) implements Warning {
        @Override
        public boolean hasPassed(Clock clock, Instant now) {
            return clock.dueAt() != null && !now.isBefore(clock.dueAt().minus(elapsed));
        }
    }
}
