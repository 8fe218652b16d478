package roundhouse.sla;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The status of the ticket while its story is told: what it allows, and what time alone does to it. */
final class Standing {
    enum Status {
        NEW, OPEN, PENDING, RESOLVED, CLOSED, MERGED, CANCELLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Set<Status> UNSOLVED = EnumSet.of(Status.NEW, Status.OPEN, Status.PENDING);
    static final Set<Status> ALIVE = EnumSet.of(Status.NEW, Status.OPEN, Status.PENDING, Status.RESOLVED);

    private Status status = Status.NEW;
    private HoldReason hold;
    private Instant holdEnds;
    private Instant resolvedAt;
    private Instant reopenableUntil;

    void need(Set<Status> allowed, String verb) {
        if (!allowed.contains(status)) {
            throw new Refusal("a ticket that is " + status.word() + " cannot be " + verb);
        }
    }

    boolean is(Status other) {
        return status == other;
    }

    /** Null where the ticket is not on hold. */
    HoldReason hold() {
        return hold;
    }

    Instant resolvedAt() {
        return resolvedAt;
    }

    /** When the hold ends by itself, if that is by the instant; else null. */
    Instant holdEndingBy(Instant instant) {
        return holdEnds == null || holdEnds.isAfter(instant) ? null : holdEnds;
    }

    void passTo(Instant instant) {
        if (status == Status.RESOLVED && instant.isAfter(reopenableUntil)) {
            status = Status.CLOSED;
        }
    }

    void touch() {
        if (status == Status.NEW) {
            status = Status.OPEN;
        }
    }

    void hold(HoldReason reason, Instant ends) {
        status = Status.PENDING;
        hold = reason;
        holdEnds = ends;
    }

    void open() {
        status = Status.OPEN;
        hold = null;
        holdEnds = null;
    }

    void resolve(Instant at, Instant until) {
        open();
        status = Status.RESOLVED;
        resolvedAt = at;
        reopenableUntil = until;
    }

    void mergeAway() {
        open();
        status = Status.MERGED;
    }

    void cancel() {
        open();
        status = Status.CANCELLED;
    }
}
