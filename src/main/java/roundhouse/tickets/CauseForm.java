package roundhouse.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/**
 * @param kind     word of the clock
 * @param instance a number
 * @param code     of {@link Cause.Code}
 * @param note     may be empty
 */
public record CauseForm(@RestForm @NotBlank String kind, @RestForm int instance, @RestForm @NotBlank(message = "Choose why.") String code,
                        @RestForm @Size(max = 1_000, message = "At most 1,000 characters.") String note) {

    Cause cause() {
        return new Cause(Cause.Code.of(code), note);
    }
}
