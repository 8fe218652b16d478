package roundhouse.identity;

import java.time.Instant;
import roundhouse.tenancy.Side;

/**
 * Who did it, when, through what: passed to every verb, never ambient.
 *
 * @param person the number of the row, 0 for the service itself
 */
public record By(int person, String user, String name, Side side, Instant at, Channel channel) {

    public static By roundhouse(Instant at, Channel channel) {
        return new By(0, "roundhouse", "Roundhouse", Side.SYSTEM, at, channel);
    }

    public boolean isStaff() {
        return side == Side.STAFF;
    }

    public boolean isLive() {
        return channel != Channel.IMPORT;
    }
}
