package roundhouse.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;

/** What a screen posts, held against its own rules before the domain hears of it. */
@ApplicationScoped
public class Forms {

    private final Validator validator;

    Forms(Validator validator) {
        this.validator = validator;
    }

    /** The form itself, or a refusal that names each field. */
    public <F> F checked(F form) {
        List<Refused.Violation> violations = validator.validate(form).stream()
                .map(violation -> new Refused.Violation(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(Refused.Violation::field)).toList();
        if (!violations.isEmpty()) {
            throw new Refused(violations.size() == 1 ? violations.get(0).message() : "Some answers are missing or cannot be taken.", violations);
        }
        return form;
    }
}
