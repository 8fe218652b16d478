package roundhouse.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/** Why it goes on. */
public record ReopeningForm(@RestForm @NotBlank(message = "Say why it goes on.") @Size(max = 10_000, message = "At most 10,000 characters.") String reason) {
}
