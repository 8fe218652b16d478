package roundhouse.web;

import java.util.List;

/** The domain says no: 422 with what to do instead. */
public class Refused extends RuntimeException {

    private final transient List<Violation> violations;

    public Refused(String message) {
        this(message, List.of());
    }

    public Refused(String message, List<Violation> violations) {
        super(message);
        this.violations = violations;
    }

    public static Refused field(String field, String message) {
        return new Refused(message, List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    public record Violation(String field, String message) {
    }
}
