package roundhouse.reports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import roundhouse.sla.Clock;

/** What a clock counts as. Excluded: judged, but nobody is to be measured by it. Unjudged: there is no verdict, or there should be none. */
public enum AdjustedVerdict {
    MET, MISSED, EXCLUDED, UNJUDGED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word null for unjudged */
    static AdjustedVerdict of(String word) {
        return word == null ? UNJUDGED : valueOf(word.toUpperCase(Locale.ROOT));
    }

    static AdjustedVerdict of(Clock.Verdict verdict) {
        return of(verdict == null ? null : verdict.word());
    }

    /** For people: {@code not judged}. */
    public String title() {
        return this == UNJUDGED ? "not judged" : word();
    }
}
