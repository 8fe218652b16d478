package roundhouse.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The tables of which each tenant has a partition. A statement about them names its tenant twice: by a parameter, as it was written, and by its number,
 * which is put in here where plans are kept ({@link Unit#keepsPlans}). So PostgreSQL can keep the plan and still opens one partition: a plan with
 * nothing but a parameter either is made anew each time, which costs several times what it takes to run, or opens everybody's.
 */
@ApplicationScoped
class PartitionedTables {

    private static final int MOST_STATEMENTS = 5_000;

    private record Name(String table) {
    }

    private final Units units;
    private final Session entities;
    private final Cache<String, NamedStatement> understood = Caffeine.newBuilder().maximumSize(MOST_STATEMENTS).build();
    private volatile Set<String> tables = Set.of();

    PartitionedTables(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    void read(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        tables = units.nowhere(() -> entities.createNativeQuery(
                "select relname::text from pg_class where relkind = 'p' and relnamespace = 'public'::regnamespace", Name.class)
                .getResultStream().map(Name::table).collect(Collectors.toSet()));
    }

    /** @throws IllegalStateException for a statement that would open the partitions of more tenants than the one of the unit */
    String naming(Unit unit, String sql) {
        if (tables.isEmpty()) {
            return sql;
        }
        return understood.get(sql, text -> NamedStatement.of(text, tables)).in(unit);
    }
}
