package roundhouse.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Units;

/** Tokens that a person makes for scripts: shown once, kept as a SHA-256 hash, with their owner's rights and gone with their owner. */
@ApplicationScoped
public class PersonalTokens {

    static final String PREFIX = "rh_";
    private static final Duration VALID = Duration.ofDays(90);

    private final Units units;
    private final Session entities;
    private final SignIns signIns;
    private final SecureRandom random = new SecureRandom();

    PersonalTokens(Units units, Session entities, SignIns signIns) {
        this.units = units;
        this.entities = entities;
        this.signIns = signIns;
    }

    /** @param token null but in the answer to its making */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonalToken(UUID id, String name, Instant createdAt, Instant expiresAt, String token) {
    }

    public List<PersonalToken> of(SignedIn person) {
        return units.inside(person.home(), person.side(), person.person(), () -> entities.createNativeQuery("""
                        select token_id, name, created_at, expires_at from personal_token
                        where tenant_id = :tenant and person_id = :person order by created_at desc""", Object[].class)
                .setParameter("tenant", person.home()).setParameter("person", person.person()).getResultStream()
                .map(row -> new PersonalToken((UUID) row[0], (String) row[1], (Instant) row[2], (Instant) row[3], null)).toList());
    }

    public PersonalToken create(SignedIn person, String name, Instant now) {
        return create(person, name, now, now.plus(VALID));
    }

    public PersonalToken create(SignedIn person, String name, Instant now, Instant expires) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        PersonalToken created = new PersonalToken(Key.freshId(), name, now, expires, token);
        units.inside(person.home(), person.side(), person.person(), () -> entities.createNativeQuery("""
                        insert into personal_token (tenant_id, token_id, person_id, hash, name, created_at, expires_at)
                        values (:tenant, :id, :person, :hash, :name, :created, :expires)""")
                .setParameter("tenant", person.home()).setParameter("id", created.id()).setParameter("person", person.person())
                .setParameter("hash", SignIns.Credential.token(token).hash()).setParameter("name", name)
                .setParameter("created", now).setParameter("expires", created.expiresAt()).executeUpdate());
        return created;
    }

    /** @return whether there was one to end */
    public boolean end(SignedIn person, UUID id) {
        int ended = units.inside(person.home(), person.side(), person.person(), () -> entities.createNativeQuery(
                        "delete from personal_token where tenant_id = :tenant and person_id = :person and token_id = :id")
                .setParameter("tenant", person.home()).setParameter("person", person.person()).setParameter("id", id).executeUpdate());
        signIns.forget();
        return ended == 1;
    }
}
