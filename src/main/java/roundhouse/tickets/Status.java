package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import roundhouse.sla.HoldReason;
import roundhouse.web.Refused;

public enum Status {
    NEW, OPEN, PENDING, RESOLVED, CLOSED, MERGED, CANCELLED;

    /** Those in which somebody must still do something. */
    static final Set<Status> UNFINISHED = Set.of(NEW, OPEN, PENDING);

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the desk says it. */
    String said() {
        return this == PENDING ? "waiting" : word();
    }

    @JsonCreator
    public static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean isUnfinished() {
        return UNFINISHED.contains(this);
    }

    void unfinishedOr(String what) {
        conversingOr(what);
        if (this == RESOLVED) {
            throw new Refused(what + " needs a ticket that is new, open or pending; this one is resolved. Reopen it first.");
        }
    }

    /** A word may still be added to what is resolved, until the window to reopen is over. */
    void conversingOr(String what) {
        if (!isUnfinished() && this != RESOLVED) {
            throw new Refused(what + " comes too late: the ticket is " + word() + ". Please ask anew and mention it.");
        }
    }

    /** What a client reads instead. */
    public PortalStatus inThePortal(Hold hold) {
        return switch (this) {
            case NEW -> PortalStatus.RECEIVED;
            case OPEN -> PortalStatus.WORKING;
            case PENDING -> hold != null && hold.reason() == HoldReason.CLIENT ? PortalStatus.WAITING_FOR_YOU : PortalStatus.WORKING;
            case RESOLVED -> PortalStatus.SOLVED;
            case CLOSED, MERGED, CANCELLED -> PortalStatus.CLOSED;
        };
    }
}
