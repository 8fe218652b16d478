package roundhouse.tickets;

import org.jboss.resteasy.reactive.RestForm;
import roundhouse.sla.CancelReason;
import roundhouse.web.Refused;

/** @param client empty where it is opened nowhere else */
public record CancellationForm(@RestForm String reason, @RestForm String client, @RestForm String requester) {

    Cancellation cancellation() {
        CancelReason why = CancelReason.named(reason).orElseThrow(() -> Refused.field("reason", "Choose why it is cancelled."));
        boolean misrouted = why == CancelReason.MISROUTED;
        return new Cancellation(why, misrouted ? blank(client) : null, misrouted ? blank(requester) : null);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
