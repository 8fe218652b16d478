package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * A stretch of a clock's life.
 *
 * @param reason          of a pause: the hold's, or {@code resolved}; else null
 * @param businessSeconds what it used of the budget
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Segment(Instant from, Instant to, State state, String reason, long businessSeconds) {

    public enum State {
        RUNNING, PAUSED, ASLEEP;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
