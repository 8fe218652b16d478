package roundhouse;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import roundhouse.start.PartsForTests;

/**
 * The real PostgreSQL and Keycloak of a test run, one of each, started when first asked for and ended with the process.
 * A story over HTTP takes {@code @WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)};
 * a test that wants only the database calls {@link #asSuperuser()} or {@link #settings()}.
 */
public class LocalParts implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return settings();
    }

    @Override
    public void stop() {
    }

    /** {@code roundhouse.database.url}, {@code .user}, {@code .password}, {@code .owner-user}, {@code .owner-password}. */
    public static Map<String, String> settings() {
        return PartsForTests.settings();
    }

    /** Behind the curtain: no row-level security applies. */
    public static Connection asSuperuser() throws SQLException {
        return connect("postgres", settings().get(PartsForTests.SUPERUSER_PASSWORD));
    }

    public static Connection asOwner() throws SQLException {
        return connect(settings().get("roundhouse.database.owner-user"), settings().get("roundhouse.database.owner-password"));
    }

    /** As the service itself signs in, without its unit of work. */
    public static Connection asApplication() throws SQLException {
        return connect(settings().get("roundhouse.database.user"), settings().get("roundhouse.database.password"));
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(settings().get("roundhouse.database.url"), user, password);
    }
}
