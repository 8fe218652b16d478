package roundhouse.reports;

import jakarta.validation.constraints.NotBlank;

/** Days as {@code 2026-10-01}, the last included. */
public record PeriodForm(@NotBlank(message = "Give the first day.") String from, @NotBlank(message = "Give the last day.") String to) {
}
