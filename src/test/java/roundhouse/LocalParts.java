package roundhouse;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import roundhouse.start.PartsForTests;

/**
 * The real PostgreSQL and Keycloak of a test run, one of each, started when first asked for and ended with the process.
 * A story over HTTP takes {@code @WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)};
 * a test that wants only the database calls {@link #asSuperuser()} or {@link #databaseSettings()}.
 */
public class LocalParts implements QuarkusTestResourceLifecycleManager {
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(2);
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    /** With this argument a story has a database of its own, and the clients of {@link StoryClients} in it from the start. */
    public static final String STORY = "story";

    /** With this argument the service is what people reach by https through a proxy on this machine, as docs/operations.md has operators set it. */
    public static final String PROXY = "proxy";

    /** With this argument nobody listens where Keycloak should be, and nobody did when the service was started. */
    public static final String NO_KEYCLOAK = "no keycloak";

    private boolean story;
    private boolean proxy;
    private boolean noKeycloak;

    @Override
    public void init(Map<String, String> arguments) {
        story = arguments.containsKey(STORY);
        proxy = arguments.containsKey(PROXY);
        noKeycloak = arguments.containsKey(NO_KEYCLOAK);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(databaseSettings());
        if (story) {
            settings.put("roundhouse.database.url", PartsForTests.anotherDatabase(STORY));
            settings.put("roundhouse.tenants", StoryClients.folder().toString());
            settings.put("roundhouse.tenants.at-start", "true");
        }
        settings.putAll(keycloakSettings());
        settings.put("roundhouse.keycloak.local", "true");
        if (noKeycloak) {
            settings.put("roundhouse.keycloak.url", "http://localhost:" + PartsForTests.freePort());
        }
        // Sign-in must know beforehand to which address it comes back
        String port = System.getProperty("roundhouse.tests.port", Integer.toString(PartsForTests.freePort()));
        System.setProperty("roundhouse.tests.port", port);
        settings.put("quarkus.http.test-port", port);
        // Metrics name the port of a server that has a fixed one, and want both servers to agree on that
        settings.put("quarkus.management.test-port", Integer.toString(PartsForTests.freePort()));
        settings.put("roundhouse.public-url", "http://localhost:" + port);
        if (proxy) {
            settings.put("roundhouse.public-url", "https://localhost");
            settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
            settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
        return settings;
    }

    @Override
    public void stop() {
    }

    /** {@code roundhouse.database.url}, {@code .user}, {@code .password}, {@code .owner-user}, {@code .owner-password}. */
    public static Map<String, String> databaseSettings() {
        return PartsForTests.database();
    }

    /** {@code roundhouse.keycloak.url}, {@code .client-secret}, {@code .admin-client}, {@code .admin-secret}. */
    public static Map<String, String> keycloakSettings() {
        return PartsForTests.keycloak();
    }

    /** Behind the curtain: no row-level security applies. */
    public static Connection asSuperuser() throws SQLException {
        return connect("postgres", databaseSettings().get(PartsForTests.SUPERUSER_PASSWORD));
    }

    public static Connection asOwner() throws SQLException {
        return connect(databaseSettings().get("roundhouse.database.owner-user"), databaseSettings().get("roundhouse.database.owner-password"));
    }

    /** As the service itself signs in, without its unit of work. */
    public static Connection asApplication() throws SQLException {
        return connect(databaseSettings().get("roundhouse.database.user"), databaseSettings().get("roundhouse.database.password"));
    }

    /** An access token for the API, as {@code roundhouse-cli} gets it and keeps it for its five minutes; the password is the user name. */
    public static String token(String user) {
        return TOKENS.computeIfAbsent(user + " " + System.currentTimeMillis() / TOKEN_KEPT.toMillis(), key -> freshToken(user));
    }

    private static String freshToken(String user) {
        return RestAssured.given().baseUri(keycloakSettings().get("roundhouse.keycloak.url")).port(RestAssured.UNDEFINED_PORT).basePath("")
                .formParam("grant_type", "password")
                .formParam("client_id", "roundhouse-cli")
                .formParam("username", user)
                .formParam("password", user)
                .post("/realms/roundhouse/protocol/openid-connect/token")
                .then().statusCode(200)
                .extract().path("access_token");
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(databaseSettings().get("roundhouse.database.url"), user, password);
    }
}
