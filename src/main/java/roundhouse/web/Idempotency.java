package roundhouse.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import roundhouse.identity.By;
import roundhouse.tenancy.Sha256;
import roundhouse.tenancy.Units;

/**
 * {@code Idempotency-Key}: a write that is sent again, even at the same time, is done once and answered the same for 24 hours. Called inside the
 * unit of work that writes, so that answer and change stand or fall together.
 */
@RequestScoped
public class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Units units;
    private final Session entities;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Idempotency(Units units, Session entities, ObjectMapper json, @Context HttpHeaders headers, @Context UriInfo uri) {
        this.units = units;
        this.entities = entities;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
    }

    /** @param body what was sent, to tell a repetition from another request under the same key */
    public <T> T once(By by, Object body, Class<T> type, Supplier<T> work) {
        String key = headers.getHeaderString("Idempotency-Key");
        return key == null ? work.get() : once(by, key, body, type, work);
    }

    /** The same for a key that a form carries: a double click, or a reload after the answer was lost, does it once. */
    public <T> T once(By by, String key, Object body, Class<T> type, Supplier<T> work) {
        if (key.isBlank() || key.length() > 200) {
            throw new Refused("An Idempotency-Key has 1 to 200 characters.");
        }
        String hash = hash(body);
        boolean first = entities.createNativeQuery("""
                        insert into repetition as r (tenant_id, person_id, path, key, body, answer, at)
                        values (:tenant, :person, :path, :key, :body, null, :at)
                        on conflict (tenant_id, person_id, path, key) do update set body = excluded.body, answer = null, at = excluded.at
                        where r.at < :old""")
                .setParameter("tenant", units.open().tenant()).setParameter("person", by.person()).setParameter("path", uri.getPath())
                .setParameter("key", key).setParameter("body", hash).setParameter("at", by.at()).setParameter("old", by.at().minus(KEPT))
                .executeUpdate() == 1;
        return first ? keep(by, key, work.get()) : repeat(by, key, hash, type);
    }

    private <T> T keep(By by, String key, T answer) {
        entities.createNativeQuery("""
                        update repetition set answer = :answer
                        where tenant_id = :tenant and person_id = :person and path = :path and key = :key""")
                .setParameter("tenant", units.open().tenant()).setParameter("person", by.person()).setParameter("path", uri.getPath())
                .setParameter("key", key).setParameter("answer", write(answer)).executeUpdate();
        return answer;
    }

    private <T> T repeat(By by, String key, String hash, Class<T> type) {
        List<Object[]> kept = entities.createNativeQuery("""
                        select body, answer from repetition
                        where tenant_id = :tenant and person_id = :person and path = :path and key = :key""", Object[].class)
                .setParameter("tenant", units.open().tenant()).setParameter("person", by.person()).setParameter("path", uri.getPath())
                .setParameter("key", key).getResultList();
        if (!kept.get(0)[0].equals(hash)) {
            throw new Refused("This Idempotency-Key was used for another request: take a new one for new content.");
        }
        try {
            return json.readValue((String) kept.get(0)[1], type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept answer cannot be read", e);
        }
    }

    private String hash(Object body) {
        return Sha256.of(write(body));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
