package roundhouse.sla;

import java.util.Arrays;
import java.util.Optional;

/** P1 is the most urgent. */
public enum Priority {
    P1, P2, P3, P4;

    public static Optional<Priority> named(String word) {
        return Arrays.stream(values()).filter(priority -> priority.name().equals(word)).findFirst();
    }

    public boolean isMoreUrgentThan(Priority other) {
        return ordinal() < other.ordinal();
    }
}
