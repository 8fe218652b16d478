package roundhouse.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.sla.Kind;
import roundhouse.tickets.Repair;
import roundhouse.web.Refused;

/**
 * Chosen rows of a difference ({@code clock} as {@code ACME-1042 resolution 1}), or one clock by hand ({@code ref}, {@code kind}, {@code verdict}).
 * From, to and terms lead back to the same page.
 */
public record ProposalForm(@RestForm List<String> clock, @RestForm String ref, @RestForm String kind, @RestForm Integer instance, @RestForm String verdict,
                           @RestForm String reason, @RestForm String from, @RestForm String to, @RestForm String terms) {

    AdjustmentForm adjustment() {
        if (isByHand()) {
            return new AdjustmentForm(List.of(new AdjustmentForm.OfClock(ref.strip(), kind(kind), instance)), chosen(), null, reason);
        }
        return new AdjustmentForm(clock == null ? List.of() : clock.stream().map(ProposalForm::named).toList(), null,
                terms == null || terms.isBlank() ? null : Repair.Terms.valueOf(terms.toUpperCase(Locale.ROOT)), reason);
    }

    RepairDraft draft(String problem) {
        return RepairDraft.of(clock == null ? List.of() : clock, isByHand() ? Map.of("ref", ref, "kind", text(kind), "verdict", text(verdict),
                "instance", instance == null ? "" : instance.toString(), "reason", text(reason)) : Map.of("reason of all", text(reason)), problem);
    }

    private boolean isByHand() {
        return ref != null && !ref.isBlank();
    }

    private AdjustedVerdict chosen() {
        return Stream.of(AdjustedVerdict.values()).filter(known -> known.word().equals(verdict)).findFirst().orElse(null);
    }

    private static AdjustmentForm.OfClock named(String name) {
        String[] words = name.split(" ");
        if (words.length != 3 || !words[2].matches("[0-9]{1,6}")) {
            throw Refused.field("clock", "This names no clock: " + name);
        }
        return new AdjustmentForm.OfClock(words[0], kind(words[1]), Integer.valueOf(words[2]));
    }

    private static Kind kind(String word) {
        return Stream.of(Kind.values()).filter(known -> known.word().equals(word)).findFirst()
                .orElseThrow(() -> Refused.field("kind", "Choose which clock of the ticket it is."));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
