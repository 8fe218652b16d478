package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One clock as everybody is shown it, in the shape of the API. Seconds are business time.
 *
 * @param instance         counts from 1 in each kind; a superseded clock and its successor share one
 * @param priority         for which it was promised
 * @param targetSeconds    what was promised; null where nothing was
 * @param budgetSeconds    what drives {@code dueAt}: the target, or more by grace
 * @param remainingSeconds negative when over
 * @param verdict          null until judged
 * @param stoppedAt        null while it goes on
 * @param dueAt            null while paused and where nothing was promised; a missed clock keeps the one it missed
 * @param words            what it says of itself, by the wall clock of its calendar
 * @param nearings         the warnings of its policy, while it is open and not missed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Clock(Kind kind, int instance, Priority priority, boolean promised, PolicyName policy, String calendar, Long targetSeconds,
                    Long budgetSeconds, long consumedSeconds, Long remainingSeconds, State state, Verdict verdict,
                    Instant startedAt, Instant stoppedAt, Instant dueAt, List<Segment> segments, String words, @JsonIgnore List<Nearing> nearings) {

    /** Which policy and why; name and version are null where none speaks of it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PolicyName(String name, Integer version, String because) { }

    public enum State {
        RUNNING, PAUSED, MET, MISSED, STOPPED, CANCELLED, SUPERSEDED, MERGED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Verdict {
        MET, MISSED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonIgnore
    public boolean isOpen() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** The same as it was judged when it happened, whatever the story says when it is told anew. */
    public Clock judged(Verdict judgement, State end, Instant stop, Instant due) {
        return new Clock(kind, instance, priority, promised, policy, calendar, targetSeconds, budgetSeconds, consumedSeconds, remainingSeconds, end,
                judgement, startedAt, stop, due, segments, judgement.word() + " as it was judged then; told anew, " + words, List.of());
    }

    /** The same as it was promised once, where an edit has taken the promise back since. */
    public Clock promising(long target, long budget) {
        return new Clock(kind, instance, priority, true, policy, calendar, target, budget, consumedSeconds, budget - consumedSeconds, state, verdict,
                startedAt, stoppedAt, dueAt, segments, words, nearings);
    }

    Clock saying(String sentence) {
        return new Clock(kind, instance, priority, promised, policy, calendar, targetSeconds, budgetSeconds, consumedSeconds, remainingSeconds, state,
                verdict, startedAt, stoppedAt, dueAt, segments, sentence, nearings);
    }
}
