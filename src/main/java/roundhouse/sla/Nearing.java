package roundhouse.sla;

import java.time.Instant;

/**
 * That a clock comes near its due instant, and when somebody is told of it.
 *
 * @param at not after the instant of the telling where it has come already; when exactly is not known then
 */
public record Nearing(Warning warning, Instant at) {

    public boolean hasCome(Instant now) {
        return !at.isAfter(now);
    }
}
