package roundhouse.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import roundhouse.tenancy.DatabaseTime;

/** Sign-in sessions that have ended before their time. */
@ApplicationScoped
public class Sessions {

    private final SignIns signIns;
    private final DatabaseTime time;

    Sessions(SignIns signIns, DatabaseTime time) {
        this.signIns = signIns;
        this.time = time;
    }

    /** From now on whatever shows this token's session opens nothing, on any replica. */
    public void end(JsonWebToken token) {
        signIns.end(token.getClaim("sid"), time.now());
    }
}
