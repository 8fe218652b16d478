package roundhouse.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long something may take, or that it is expressly not promised. */
public sealed interface Target {

    /** The business seconds from the start until it is due; empty where nothing is promised or it is never reached. */
    Optional<Long> seconds(Calendar calendar, Instant start);

    record Within(Duration businessTime) implements Target {
        @Override
        public Optional<Long> seconds(Calendar calendar, Instant start) {
            return Optional.of(businessTime.toSeconds());
        }
    }

    record WithinDays(int days) implements Target {
        @Override
        public Optional<Long> seconds(Calendar calendar, Instant start) {
            return calendar.closingAfter(start, days).map(closing -> calendar.businessSeconds(start, closing));
        }
    }

    record None() implements Target {
        @Override
        public Optional<Long> seconds(Calendar calendar, Instant start) {
            return Optional.empty();
        }
    }
}
