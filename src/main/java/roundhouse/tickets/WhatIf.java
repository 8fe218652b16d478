package roundhouse.tickets;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import roundhouse.sla.Clock;
import roundhouse.sla.Kind;
import roundhouse.web.TimeWords;

/**
 * What something that has not been done would do to a ticket's clocks, told before it is done.
 *
 * @param before the clocks as they stand
 * @param after  as they would stand at once
 * @param later  as they would stand when a hold ends by itself; the same as {@code after} where nothing does
 * @param zone   of the reader
 */
record WhatIf(List<Clock> before, List<Clock> after, List<Clock> later, Instant now, ZoneId zone) {

    /** One for each clock that runs now or would, in the order of their kinds. */
    List<String> sentences() {
        return Arrays.stream(Kind.values()).flatMap(kind -> sentence(kind).stream()).toList();
    }

    private Optional<String> sentence(Kind kind) {
        Optional<Clock> was = open(before, kind);
        Optional<Clock> becomes = open(after, kind);
        if (becomes.isEmpty()) {
            return was.filter(Clock::promised).map(clock -> title(kind) + " ends " + (clock.verdict() == Clock.Verdict.MISSED ? "as missed." : "in time."));
        }
        return sentence(kind, was.orElse(null), becomes.get());
    }

    private Optional<String> sentence(Kind kind, Clock was, Clock becomes) {
        if (!becomes.promised()) {
            return Optional.ofNullable(was).filter(Clock::promised).map(clock -> title(kind) + " is not promised any more.");
        }
        if (becomes.verdict() == Clock.Verdict.MISSED) {
            return Optional.of(title(kind) + (was != null && was.verdict() == Clock.Verdict.MISSED ? " stays missed: it was due " : " is missed: it was due ")
                    + moment(becomes.dueAt()) + ".");
        }
        if (becomes.state() == Clock.State.PAUSED) {
            String then = open(later, kind).map(Clock::dueAt).map(due -> ", then due " + moment(due)).orElse("");
            return Optional.of(title(kind) + " pauses with " + left(becomes) + " left" + then + ".");
        }
        boolean moves = was == null || !Objects.equals(was.dueAt(), becomes.dueAt());
        String instead = was == null || was.dueAt() == null ? "" : " instead of " + moment(was.dueAt());
        return Optional.of(title(kind) + (moves ? " is due " : " stays due ") + moment(becomes.dueAt()) + (moves ? instead : "") + ".");
    }

    private static Optional<Clock> open(List<Clock> clocks, Kind kind) {
        return clocks.stream().filter(clock -> clock.kind() == kind && clock.isOpen()).reduce((earlier, last) -> last);
    }

    private static String left(Clock clock) {
        return clock.remainingSeconds() == 0 ? "nothing" : TimeWords.length(clock.remainingSeconds());
    }

    private static String title(Kind kind) {
        String title = kind.title();
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    private String moment(Instant instant) {
        return instant == null ? "beyond all calendars" : TimeWords.moment(instant, zone, now);
    }
}
