package roundhouse.sla;

import java.time.Instant;

/** A stretch of real time, {@code [from, to)}. */
public record Span(Instant from, Instant to) {

    public boolean isEmpty() {
        return !from.isBefore(to);
    }

    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public long seconds() {
        return to.getEpochSecond() - from.getEpochSecond();
    }
}
