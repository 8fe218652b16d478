package roundhouse.tickets;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.sla.Priority;

/** @param reason may be empty */
public record PriorityForm(@RestForm @NotNull(message = "Choose a priority.") Priority priority,
                           @RestForm @Size(max = 10_000, message = "At most 10,000 characters.") String reason) {
}
