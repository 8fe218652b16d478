package roundhouse.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an entry of the trail tells. */
public enum Kind {
    MESSAGE, NOTE, CALL, TIME, STATUS, ASSIGNMENT, PRIORITY, CATEGORY, HOLD, RESUMPTION, RESOLUTION, REOPENING, HANDOVER, MERGE, SEPARATION, CANCELLATION, PUBLICATION, WARNING, DUE, BREACH, CAUSE, ADJUSTMENT, OPENING, CHANGE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
