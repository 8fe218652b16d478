package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The state of a request in the words of a client. */
public enum PortalStatus {
    RECEIVED("Received"),
    WORKING("We are working on it"),
    WAITING_FOR_YOU("Waiting for you"),
    SOLVED("Solved"),
    CLOSED("Closed");

    private final String label;

    PortalStatus(String label) {
        this.label = label;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }
}
