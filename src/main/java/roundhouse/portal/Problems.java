package roundhouse.portal;

import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import roundhouse.web.Refused;
import roundhouse.web.Refused.Violation;

/** What is wrong with a form, one line for each field; a line without a field is about all of it. */
final class Problems {

    private Problems() {
    }

    static List<Violation> of(Refused refused) {
        return refused.violations().isEmpty() ? List.of(new Violation("", refused.getMessage())) : refused.violations();
    }

    static <T> List<Violation> of(Set<ConstraintViolation<T>> violations) {
        return violations.stream().map(violation -> new Violation(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).reversed()).toList();
    }
}
