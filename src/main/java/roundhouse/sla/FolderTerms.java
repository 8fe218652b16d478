package roundhouse.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Units;

/**
 * What the folder said of each calendar and policy of the client of the open unit of work when Roundhouse and the folder last agreed: whatever
 * stands otherwise was changed on screen, and whatever the folder says otherwise was changed there.
 */
@ApplicationScoped
class FolderTerms {

    private final Units units;
    private final Session entities;
    private final ObjectMapper json;

    FolderTerms(Units units, Session entities, ObjectMapper json) {
        this.units = units;
        this.entities = entities;
        this.json = json;
    }

    record Kept(String name, String document) {

        TermsVersions.Version version() {
            return new TermsVersions.Version(false, name, 0, document, Instant.EPOCH, null);
        }
    }

    Map<String, Kept> all(TermsView.Of of) {
        return entities.createNativeQuery("select name, document from sla_folder where tenant_id = :tenant and kind = :kind", Kept.class)
                .setParameter("tenant", units.open().tenant()).setParameter("kind", of.word()).getResultStream()
                .collect(Collectors.toMap(Kept::name, kept -> kept));
    }

    void keep(TermsView.Of of, String name, Object section) {
        entities.createNativeMutationQuery("""
                        insert into sla_folder (tenant_id, id, version, kind, name, document) values (:tenant, :id, 0, :kind, :name, :document)
                        on conflict (tenant_id, kind, name) do update set document = excluded.document, version = sla_folder.version + 1
                        where sla_folder.document <> excluded.document""")
                .setParameter("tenant", units.open().tenant()).setParameter("id", Key.freshId()).setParameter("kind", of.word())
                .setParameter("name", name).setParameter("document", written(section)).executeUpdate();
    }

    private String written(Object section) {
        try {
            return json.writeValueAsString(section);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
