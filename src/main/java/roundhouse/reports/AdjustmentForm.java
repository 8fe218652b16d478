package roundhouse.reports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import roundhouse.sla.Kind;
import roundhouse.tickets.Repair;
import roundhouse.web.Refused;

/**
 * Clocks that should count otherwise: as {@code verdict} says, or as their stories say when they are told anew by {@code terms}. One of the two.
 *
 * @param verdict {@code met}, {@code missed} or {@code excluded}
 */
public record AdjustmentForm(@NotEmpty(message = "Choose at least one clock.") @Size(max = 200, message = "At most 200 at once.") List<@Valid @NotNull OfClock> clocks,
                             AdjustedVerdict verdict, Repair.Terms terms,
                             @NotBlank(message = "Say why: whoever approves it, and the client, will read this.")
                             @Size(max = 1_000, message = "At most 1,000 characters.") String reason) {

    /** @param instance null for the first */
    public record OfClock(@NotBlank(message = "Name the ticket.") String ref, @NotNull(message = "Name the kind of clock.") Kind kind, Integer instance) {

        int number() {
            return instance == null ? 1 : instance;
        }
    }

    /** Itself, with exactly one of the two and a verdict that a person may give. */
    AdjustmentForm checked() {
        if ((verdict == null) == (terms == null)) {
            throw Refused.field("verdict", "Say what it should count as (verdict), or by which terms its story is to be told anew (terms): one of the two.");
        }
        if (verdict == AdjustedVerdict.UNJUDGED) {
            throw Refused.field("verdict", "A clock is adjusted to met, missed or excluded.");
        }
        return this;
    }

    Adjustment.Basis basis() {
        return terms == null ? Adjustment.Basis.HAND : Adjustment.Basis.valueOf(terms.name());
    }
}
