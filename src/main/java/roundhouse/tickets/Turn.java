package roundhouse.tickets;

import roundhouse.sla.HoldReason;
import roundhouse.tenancy.Side;

/** Who must act next. @param ours whether it is somebody of the desk */
public record Turn(String words, boolean ours) {

    static Turn of(QueueRow row) {
        return of(Status.valueOf(row.status()), row.holdReason() == null ? null : HoldReason.valueOf(row.holdReason()), Side.of(row.answeredLast()));
    }

    static Turn of(Ticket ticket) {
        return of(ticket.status(), ticket.hold() == null ? null : ticket.hold().reason(), ticket.answeredLast());
    }

    private static Turn of(Status status, HoldReason hold, Side answeredLast) {
        return switch (status) {
            case NEW -> new Turn("Us, new", true);
            case OPEN -> new Turn(answeredLast == Side.STAFF ? "Us, told" : "Us", true);
            case PENDING -> waiting(hold);
            case RESOLVED, CLOSED, MERGED, CANCELLED -> new Turn("Nobody", false);
        };
    }

    private static Turn waiting(HoldReason hold) {
        return switch (hold) {
            case CLIENT -> new Turn("Client", false);
            case VENDOR -> new Turn("Vendor", false);
            case SCHEDULED -> new Turn("Scheduled", false);
            case MONITORING -> new Turn("Watching", false);
            case DUPLICATE -> new Turn("Us, duplicate?", true);
            case WRONG_CLIENT -> new Turn("Us, misrouted?", true);
        };
    }
}
