package roundhouse.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The facts of one ticket from which its clocks follow. Events stand in the order in which they count.
 *
 * @param priority the one it was born with, as category and asset
 * @param category or null
 * @param asset    its tag, or null
 */
public record Story(Priority priority, String category, String asset, Instant createdAt, List<Event> events) {
    public Story {
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        events = List.copyOf(events);
    }
}
