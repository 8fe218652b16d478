package roundhouse.tickets;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** A hand-over as a screen posts it: what was tried and the evidence stand one a line. */
public record HandoverForm(@RestForm String tier, @RestForm String vendor, @RestForm String reason, @RestForm String tried,
                           @RestForm String findings, @RestForm String nextStep, @RestForm String evidence) {

    Handover handover() {
        return new Handover(tier, "vendor".equals(tier) ? vendor : null, reason, lines(tried), findings, nextStep, lines(evidence));
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
