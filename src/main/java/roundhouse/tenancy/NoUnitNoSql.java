package roundhouse.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Refuses a statement of Hibernate's outside a unit of work before a connection is taken for it, and one that does not name its tenant. */
@PersistenceUnitExtension
@ApplicationScoped
class NoUnitNoSql implements StatementInspector {

    private final transient Units units;
    private final transient PartitionedTables partitioned;

    NoUnitNoSql(Units units, PartitionedTables partitioned) {
        this.units = units;
        this.partitioned = partitioned;
    }

    @Override
    public String inspect(String sql) {
        return partitioned.naming(units.open(), sql);
    }
}
