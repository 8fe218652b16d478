package roundhouse.sla;

import java.time.Duration;

/** When somebody is told before the due instant: at a share of the budget, or an elapsed time before. */
public sealed interface Warning {

    /** As policies write it: {@code 80%}, {@code 15m}. */
    String word();

    /** The same for people: {@code 80% used}, {@code 15 min before}. */
    String words();

    /** Percent of the budget in business time, 1 to 99. */
    record Share(int percent) implements Warning {
        @Override
        public String word() {
            return percent + "%";
        }

        @Override
        public String words() {
            return word() + " used";
        }
    }

    record Before(Duration elapsed) implements Warning {
        @Override
        public String word() {
            return Length.written(elapsed);
        }

        @Override
        public String words() {
            return Length.words(elapsed) + " before";
        }
    }
}
