package roundhouse.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Refuses a statement of Hibernate's outside a unit of work before a connection is taken for it. */
@PersistenceUnitExtension
@ApplicationScoped
class NoUnitNoSql implements StatementInspector {

    private final transient Units units;

    NoUnitNoSql(Units units) {
        this.units = units;
    }

    @Override
    public String inspect(String sql) {
        units.open();
        return sql;
    }
}
