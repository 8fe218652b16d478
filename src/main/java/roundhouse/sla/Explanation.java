package roundhouse.sla;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import roundhouse.web.TimeWords;

/** A clock in words: {@code stopped 14:02, waiting for client, 3 h 10 min of 8 h used}. */
final class Explanation {
    private final Clock clock;
    private final Calendar calendar;
    private final ZoneId zone;
    private final Instant now;

    private Explanation(Clock clock, Calendar calendar, Instant now) {
        this.clock = clock;
        this.calendar = calendar;
        this.zone = calendar.zone();
        this.now = now;
    }

    /** Wall clock of the calendar's zone. */
    static String of(Clock clock, Calendar calendar, Instant now) {
        Explanation explanation = new Explanation(clock, calendar, now);
        return Stream.of(explanation.state(), explanation.left(), explanation.used()).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private String state() {
        return switch (clock.state()) {
            case RUNNING -> calendar.isOpen(now) ? "" : calendar.opensNext(now).map(opens -> "sleeps until " + moment(opens)).orElse("sleeps");
            case PAUSED -> paused(clock.segments().isEmpty() ? null : clock.segments().get(clock.segments().size() - 1));
            case MET, MISSED, CANCELLED, SUPERSEDED, MERGED -> clock.state().word() + " " + moment(clock.stoppedAt());
            case STOPPED -> "stopped " + moment(clock.stoppedAt()) + ", nothing was promised";
        };
    }

    /** A hold that began this very second has no segment yet. */
    private String paused(Segment last) {
        if (last == null || last.state() != Segment.State.PAUSED) {
            return "stopped just now";
        }
        String why = HoldReason.named(last.reason()).map(HoldReason::phrase).orElse(last.reason());
        return "stopped " + moment(last.from()) + ", " + why;
    }

    private String left() {
        if (!clock.promised()) {
            return clock.isOpen() ? "nothing promised" : "";
        }
        if (clock.remainingSeconds() < 0) {
            return TimeWords.length(clock.remainingSeconds()) + " over";
        }
        if (clock.verdict() == Clock.Verdict.MISSED) {
            return "was due " + moment(clock.dueAt());
        }
        return clock.state() == Clock.State.RUNNING ? length(clock.remainingSeconds()) + " left" : "";
    }

    private String used() {
        String used = length(clock.consumedSeconds());
        return clock.promised() ? used + " of " + length(clock.budgetSeconds()) + " used" : used + " used";
    }

    private static String length(long seconds) {
        return seconds == 0 ? "nothing" : TimeWords.length(seconds);
    }

    private String moment(Instant instant) {
        return TimeWords.moment(instant, zone, now);
    }
}
