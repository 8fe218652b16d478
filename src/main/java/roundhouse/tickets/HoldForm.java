package roundhouse.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.sla.HoldReason;
import roundhouse.web.Refused;

/** @param until local date and time as a browser sends them, empty for when the policy says */
public record HoldForm(@RestForm @NotBlank(message = "Say what it waits for.") String reason,
                       @RestForm @Size(max = 10_000, message = "At most 10,000 characters.") String question,
                       @RestForm String until) {

    /** @param zone in which {@code until} was meant */
    Hold hold(ZoneId zone) {
        HoldReason meant = HoldReason.named(reason).orElseThrow(() -> Refused.field("reason", "Choose what it waits for."));
        return new Hold(meant, question == null || question.isBlank() ? null : question, instant(zone));
    }

    private Instant instant(ZoneId zone) {
        if (until == null || until.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(until).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Refused.field("until", "Give date and time, or leave both empty.");
        }
    }
}
