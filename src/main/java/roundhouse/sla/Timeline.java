package roundhouse.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What was promised to one client as it was edited: each edition stands from the start of its second until the next.
 *
 * @param editions oldest first, at least one; the first stands from ever
 */
public record Timeline(List<Edition> editions) {

    /** @param since in whole seconds */
    public record Edition(Instant since, Promises promises) {
        public Edition {
            since = since.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    public Timeline {
        editions = List.copyOf(editions);
    }

    /** Promises that nobody ever edits. */
    public static Timeline of(Promises promises) {
        return new Timeline(List.of(new Edition(Instant.EPOCH, promises)));
    }

    public Promises at(Instant instant) {
        return editions.get(placeAt(instant)).promises();
    }

    int placeAt(Instant instant) {
        int place = 0;
        while (place + 1 < editions.size() && !editions.get(place + 1).since().isAfter(instant)) {
            place++;
        }
        return place;
    }
}
