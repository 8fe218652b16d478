package roundhouse.reports;

import roundhouse.tickets.Repair;

/** @param from as {@code 2026-10-01}, {@code to} included; neither for the last full month. @param terms null for those that stood then */
public record RepairForm(String from, String to, Repair.Terms terms) {

    Repair.Terms termsOrThen() {
        return terms == null ? Repair.Terms.THEN : terms;
    }
}
