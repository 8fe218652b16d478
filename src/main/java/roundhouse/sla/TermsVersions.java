package roundhouse.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import roundhouse.identity.By;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Units;

/** The versions of calendars and policies in the partition of the open unit of work. They are added, never changed. */
@ApplicationScoped
class TermsVersions {

    private final Units units;
    private final Session entities;
    private final ObjectMapper json;

    TermsVersions(Units units, Session entities, ObjectMapper json) {
        this.units = units;
        this.entities = entities;
        this.json = json;
    }

    enum Table {
        CALENDAR("sla_calendar"), POLICY("sla_policy");

        private final String table;

        Table(String table) {
            this.table = table;
        }
    }

    /**
     * @param document the section of {@code sla.yaml} as JSON
     * @param madeBy   name of the person; null where it was not kept yet
     */
    record Version(Boolean provider, String name, Integer version, String document, Instant createdAt, String madeBy) {

        boolean isOf(Party party) {
            return provider == (party == Party.PROVIDER);
        }
    }

    private record OfTable(String of, Boolean provider, String name, Integer version, String document, Instant createdAt, String madeBy, UUID id) {

        private Version kept() {
            return new Version(provider, name, version, document, createdAt, madeBy);
        }
    }

    /** Oldest first. */
    List<Version> all(Table table) {
        return all().getOrDefault(table, List.of());
    }

    /** The same of both tables, by one statement: whoever reckons with what a client was promised needs both. */
    Map<Table, List<Version>> all() {
        return entities.createNativeQuery(Stream.of(Table.values()).map(table -> "select '" + table.name() + "' as of, provider, name, version, document, created_at, made_by, id from "
                        + table.table + " where tenant_id = :tenant").collect(Collectors.joining(" union all ", "", " order by created_at, id")), OfTable.class)
                .setParameter("tenant", units.open().tenant()).getResultStream()
                .collect(Collectors.groupingBy(row -> Table.valueOf(row.of), Collectors.mapping(OfTable::kept, Collectors.toList())));
    }

    void add(Table table, Party party, String name, int version, Object section, By by) {
        entities.createNativeMutationQuery("insert into " + table.table + " (tenant_id, id, provider, name, version, document, created_at, made_by)"
                        + " values (:tenant, :id, :provider, :name, :version, :document, :at, :by)")
                .setParameter("tenant", units.open().tenant()).setParameter("id", Key.freshId()).setParameter("provider", party == Party.PROVIDER)
                .setParameter("name", name).setParameter("version", version).setParameter("document", write(section))
                .setParameter("at", by.at()).setParameter("by", by.name()).executeUpdate();
    }

    private String write(Object section) {
        try {
            return json.writeValueAsString(section);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
