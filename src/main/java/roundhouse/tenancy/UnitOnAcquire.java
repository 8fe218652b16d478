package roundhouse.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells the database which unit of work a connection serves, before its first statement. Without a unit it says nothing, and the functions in
 * the database refuse: an interceptor that throws for that would break the pool for everybody.
 */
@ApplicationScoped
class UnitOnAcquire implements AgroalPoolInterceptor {

    private final Units units;

    UnitOnAcquire(Units units) {
        this.units = units;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Unit unit = units.current();
        if (unit == null) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(unit.settings());
        } catch (SQLException e) {
            throw new IllegalStateException("The unit of work could not be told to the database", e);
        }
    }
}
