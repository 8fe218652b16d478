package roundhouse.tenancy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** One statement for many rows in one round trip, on the connection of the open unit of work. */
public final class Batch {

    /** The driver must know of what kind a null is; a plain one is a text. */
    public static final Object NO_INSTANT = new Object();
    public static final Object NO_NUMBER = new Object();

    private Batch() {
    }

    public static void run(Session entities, String sql, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        entities.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(inspected(entities, sql))) {
                for (List<Object> row : rows) {
                    for (int column = 0; column < row.size(); column++) {
                        set(statement, column + 1, row.get(column));
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /**
     * Many rows in one statement, which takes an array for each column and then the tenant.
     *
     * @param sql   with {@code %s} where the arrays stand
     * @param types of the columns, as PostgreSQL calls them
     * @param rows  of values whose text PostgreSQL reads as of that type, or null
     */
    public static void together(Session entities, String sql, int tenant, List<String> types, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        entities.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(inspected(entities, withArrays(sql, types)))) {
                for (int column = 0; column < types.size(); column++) {
                    int place = column;
                    statement.setArray(column + 1, connection.createArrayOf(types.get(column),
                            rows.stream().map(row -> row.get(place)).map(value -> value == null ? null : value.toString()).toArray(String[]::new)));
                }
                statement.setInt(types.size() + 1, tenant);
                statement.executeUpdate();
            }
        });
    }

    /** The text that is sent. */
    public static String withArrays(String sql, List<String> types) {
        return sql.formatted(types.stream().map(type -> "cast(? as " + type + "[])").collect(Collectors.joining(", ")));
    }

    /** As Hibernate has its own inspected. */
    private static String inspected(Session entities, String sql) {
        return entities.unwrap(SharedSessionContractImplementor.class).getFactory().getSessionFactoryOptions().getStatementInspector().inspect(sql);
    }

    private static void set(PreparedStatement statement, int column, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(column, Types.VARCHAR);
        } else if (value == NO_INSTANT) {
            statement.setNull(column, Types.TIMESTAMP_WITH_TIMEZONE);
        } else if (value == NO_NUMBER) {
            statement.setNull(column, Types.INTEGER);
        } else if (value instanceof Instant instant) {
            statement.setObject(column, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(column, value);
        }
    }
}
