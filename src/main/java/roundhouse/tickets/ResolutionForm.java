package roundhouse.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.web.Refused;

/** How it ended, for the client to read. */
public record ResolutionForm(@RestForm @NotBlank(message = "Tell the client what was done.") @Size(max = 100_000, message = "At most 100,000 characters.") String summary,
                             @RestForm @NotBlank(message = "Choose how it ended.") String code) {

    Resolution resolution() {
        try {
            return new Resolution(summary, Resolution.Code.of(code), null);
        } catch (IllegalArgumentException e) {
            throw Refused.field("code", "Choose how it ended.");
        }
    }
}
