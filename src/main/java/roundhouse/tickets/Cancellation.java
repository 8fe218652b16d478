package roundhouse.tickets;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import roundhouse.sla.CancelReason;

/**
 * Why a ticket ends without an answer.
 *
 * @param client    slug of the client whose it really is, of a misrouted one; null to open it nowhere else
 * @param requester user name of the one at that client for whom it is
 */
public record Cancellation(@NotNull(message = "misrouted, duplicate, spam or offboarded") CancelReason reason,
                           @Size(max = 60) String client, @Size(max = 100) String requester) {

    boolean goesElsewhere() {
        return client != null && !client.isBlank();
    }
}
