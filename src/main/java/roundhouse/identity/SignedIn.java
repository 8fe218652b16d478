package roundhouse.identity;

import java.time.Instant;
import java.util.Set;
import roundhouse.tenancy.Reach;
import roundhouse.tenancy.Side;

/**
 * The person behind a request, as our own tables know it: Keycloak proves who someone is, these tell what that opens.
 *
 * @param person the number of the row, never shown
 * @param home   the client of a client user, the provider of staff
 * @param tier   of a technician, else null
 */
public record SignedIn(int person, String user, String name, String email, Side side, Set<Role> roles, Integer tier, int home, Reach reach) {

    public boolean may(Right right) {
        return right.heldBy(roles);
    }

    public boolean isStaff() {
        return side == Side.STAFF;
    }

    public By by(Instant at, Channel channel) {
        return new By(person, user, name, side, at, channel);
    }
}
