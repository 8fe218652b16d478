package roundhouse.tenancy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** On whose side someone works. The database hides internal rows from {@link #CLIENT}. */
public enum Side {
    CLIENT, STAFF, SYSTEM;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Side of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
