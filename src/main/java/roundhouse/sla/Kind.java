package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of clock, in the order in which they are listed everywhere. */
public enum Kind {
    OWN, FIRST_RESPONSE, NEXT_RESPONSE, PERIODIC_UPDATE, RESOLUTION, HANDOVER, VENDOR;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The same for people: {@code first response}, {@code first owner}. */
    public String title() {
        return this == OWN ? "first owner" : word().replace('_', ' ');
    }

    /** The same in a narrow column, at most eleven letters. */
    public String brief() {
        return switch (this) {
            case FIRST_RESPONSE, NEXT_RESPONSE -> "response";
            case PERIODIC_UPDATE -> "update";
            case OWN, RESOLUTION, HANDOVER, VENDOR -> title();
        };
    }
}
