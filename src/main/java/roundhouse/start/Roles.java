package roundhouse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs {@code db/roles.sql}, which is written for psql, over JDBC. */
final class Roles {
    static final String OWNER = "roundhouse_owner";
    static final String APP = "roundhouse_app";

    private Roles() {
    }

    static void make(Connection superuser, String database, String ownerPassword, String appPassword) throws SQLException {
        String script = script()
                .replace(":'owner_password'", quoted(ownerPassword))
                .replace(":'app_password'", quoted(appPassword))
                .replace(":\"DBNAME\"", database);
        try (var statement = superuser.createStatement()) {
            statement.execute(script);
        }
    }

    private static String quoted(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }

    private static String script() {
        try (var in = Roles.class.getResourceAsStream("/db/roles.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
