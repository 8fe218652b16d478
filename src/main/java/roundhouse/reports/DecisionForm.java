package roundhouse.reports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import roundhouse.web.Refused;

/** @param note why not, where it is declined; else may be empty */
public record DecisionForm(@NotNull(message = "Say whether it is approved.") Boolean approved,
                           @Size(max = 1_000, message = "At most 1,000 characters.") String note) {

    DecisionForm checked() {
        if (!approved && (note == null || note.isBlank())) {
            throw Refused.field("note", "Say why it is declined: whoever proposed it will read this.");
        }
        return this;
    }

    String noteOrNull() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
