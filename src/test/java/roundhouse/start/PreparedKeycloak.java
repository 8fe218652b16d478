package roundhouse.start;

import java.sql.SQLException;
import java.util.function.Supplier;

/** A database with nothing but the imported realm in it, kept from run to run: each begins with a copy, in seconds. */
final class PreparedKeycloak {
    private static final String PREPARED = "keycloak_prepared";

    private PreparedKeycloak() {
    }

    static void restoreOrMake(LocalPostgres postgres, Supplier<LocalKeycloak> launch) throws SQLException {
        String fingerprint = KeycloakProgram.version() + " " + LocalRealm.json().hashCode();
        try (var connection = postgres.asSuperuser("postgres"); var statement = connection.createStatement()) {
            statement.execute("drop database if exists keycloak with (force)");
            try (var rows = statement.executeQuery("select shobj_description(oid, 'pg_database') from pg_database where datname = '" + PREPARED + "'")) {
                if (rows.next() && fingerprint.equals(rows.getString(1))) {
                    statement.execute("create database keycloak template " + PREPARED + " owner keycloak");
                    return;
                }
            }
            launch.get().close();
            statement.execute("drop database if exists " + PREPARED + " with (force)");
            statement.execute("create database " + PREPARED + " template keycloak owner keycloak");
            statement.execute("comment on database " + PREPARED + " is '" + fingerprint + "'");
        }
    }
}
