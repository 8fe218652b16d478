package roundhouse.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;
import roundhouse.tenancy.DatabaseTime;

/** For pages and APIs: the person behind this request. What lies deeper is told by argument. */
@RequestScoped
public class CurrentPerson {

    static final String ATTRIBUTE = SignedIn.class.getName();
    static final String ANEW = ATTRIBUTE + ".anew";

    private final SecurityIdentity identity;
    private final DatabaseTime time;

    CurrentPerson(SecurityIdentity identity, DatabaseTime time) {
        this.identity = identity;
        this.time = time;
    }

    public boolean isKnown() {
        return identity.getAttribute(ATTRIBUTE) != null;
    }

    public SignedIn get() {
        SignedIn person = identity.getAttribute(ATTRIBUTE);
        if (person == null) {
            throw new IllegalStateException("Nobody is signed in: this route lacks its access annotation");
        }
        return person;
    }

    /** For what outlives its request: asks again, by the same proof, who this is. Empty once the proof or the person is gone. */
    public Supplier<Optional<SignedIn>> anew() {
        return identity.getAttribute(ANEW);
    }

    public By by(Channel channel) {
        return get().by(time.now(), channel);
    }
}
