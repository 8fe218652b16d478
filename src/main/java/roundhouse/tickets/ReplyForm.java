package roundhouse.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;

/** A word to the client, or among staff. */
public record ReplyForm(@RestForm @NotBlank(message = "Write something first.") @Size(max = 100_000, message = "At most 100,000 characters.") String body) {
}
