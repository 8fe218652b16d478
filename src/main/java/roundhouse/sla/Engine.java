package roundhouse.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The one function that everything which shows a clock reads. It has no clock of its own and keeps nothing. */
public final class Engine {
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private Engine() {
    }

    /** The same by promises that nobody edited meanwhile. */
    public static List<Clock> clocks(Promises promises, Story story, Instant now) {
        return clocks(Timeline.of(promises), story, now);
    }

    /**
     * The clocks of a ticket in the order of {@link Kind}, a superseded one before its successor.
     *
     * @throws StoryRefused where an event is out of order, before the creation, after now, or refused by the ticket's state
     */
    public static List<Clock> clocks(Timeline promises, Story story, Instant now) {
        Instant until = now.truncatedTo(ChronoUnit.SECONDS);
        if (story.createdAt().isBefore(EARLIEST)) {
            throw new StoryRefused(-1, "createdAt is before " + EARLIEST);
        }
        if (until.isAfter(LATEST)) {
            throw new StoryRefused(-1, "now is after " + LATEST);
        }
        if (until.isBefore(story.createdAt())) {
            throw new StoryRefused(-1, "now is before createdAt");
        }
        return new Telling(promises, story, until).clocks();
    }
}
