package roundhouse.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.tenancy.Reach;
import roundhouse.tenancy.Sha256;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** Who is behind a proven identity and what that person reaches, asked anew every few seconds: what is taken away ends within five. */
@ApplicationScoped
public class SignIns {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Units units;
    private final Session entities;
    private final Cache<Credential, Optional<SignedIn>> known = Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

    SignIns(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    /** What is known without asking the database, null if that needs asking. */
    Optional<SignedIn> remembered(Credential credential) {
        return known.getIfPresent(credential);
    }

    /** Empty for a stranger, and for someone who is no longer active. */
    Optional<SignedIn> of(Credential credential) {
        return known.get(credential, this::ask);
    }

    /** So that the replica on which something was changed knows at once. */
    public void forget() {
        known.invalidateAll();
    }

    private Optional<SignedIn> ask(Credential credential) {
        return units.nowhere(() -> entities.createNativeQuery("""
                        select person_id, user_name, name, email, side, roles, tier, home, reach
                        from reach_of(cast(:subject as text), cast(:hash as bytea), cast(:session as text))""", Object[].class)
                .setParameter("subject", credential.subject()).setParameter("hash", credential.hash())
                .setParameter("session", credential.session())
                .getResultStream().findFirst().map(SignIns::signedIn));
    }

    private static SignedIn signedIn(Object[] row) {
        Set<Role> roles = Arrays.stream((String[]) row[5]).map(Role::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        Integer tier = row[6] == null ? null : ((Number) row[6]).intValue();
        return new SignedIn((Integer) row[0], (String) row[1], (String) row[2], (String) row[3], Side.of((String) row[4]), roles, tier,
                (Integer) row[7], new Reach(Arrays.asList((Integer[]) row[8])));
    }

    /** Signed out: whatever still shows this session opens nothing on any replica. */
    void end(String session, Instant at) {
        units.claiming(() -> entities.createNativeMutationQuery("insert into ended_session (sid, at) values (:sid, :at) on conflict do nothing")
                .setParameter("sid", session).setParameter("at", at).executeUpdate());
        forget();
    }

    /** What was proven: the subject of a token of Keycloak's and its session, or the possession of a personal token. */
    record Credential(String subject, String session, String hashed) {

        static Credential subject(String subject, String session) {
            return new Credential(subject, session, null);
        }

        static Credential token(String token) {
            return new Credential(null, null, Sha256.of(token));
        }

        byte[] hash() {
            return hashed == null ? null : HexFormat.of().parseHex(hashed);
        }
    }
}
