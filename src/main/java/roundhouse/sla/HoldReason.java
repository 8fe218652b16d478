package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a ticket on hold waits for. */
public enum HoldReason {
    CLIENT("waiting for client"),
    VENDOR("waiting for vendor"),
    SCHEDULED("scheduled"),
    MONITORING("monitoring"),
    DUPLICATE("possible duplicate"),
    WRONG_CLIENT("wrong client");

    private final String phrase;

    HoldReason(String phrase) {
        this.phrase = phrase;
    }

    public static Optional<HoldReason> named(String word) {
        return Arrays.stream(values()).filter(reason -> reason.word().equals(word)).findFirst();
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String phrase() {
        return phrase;
    }
}
