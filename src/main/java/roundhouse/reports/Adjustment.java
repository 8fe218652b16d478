package roundhouse.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import roundhouse.sla.Kind;

/**
 * One clock that somebody wants to count otherwise than it was judged.
 *
 * @param instance of the kind in its ticket, from 1
 * @param dueAt    what it would have been due at, null where that does not matter
 * @param decided  null while it is open
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Adjustment(UUID id, String ref, Kind kind, int instance, AdjustedVerdict was, Instant wasDueAt, AdjustedVerdict verdict, Instant dueAt,
                         Basis basis, String reason, State state, Signature proposed, Signature decided, String note) {

    /** From where the other verdict comes: a person's own judgement, or a story told anew by the terms that stood then or stand now. */
    public enum Basis {
        HAND, THEN, NOW;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State {
        OPEN, APPROVED, DECLINED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Signature(String user, String name, Instant at) {
    }
}
