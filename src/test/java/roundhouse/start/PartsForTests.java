package roundhouse.start;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the parts of a test run once. What they are stands in the system properties: class loaders of Quarkus come and go. */
public final class PartsForTests {
    public static final String SUPERUSER_PASSWORD = "superuser.password";
    /** Of the user {@code admin} in the realm {@code master}. */
    public static final String CONSOLE_PASSWORD = "console.password";
    private static final String STARTED = "roundhouse.tests.";
    private static final Parts PARTS = new Parts();
    private static LocalPostgres postgres;
    private static Secrets secrets;

    private PartsForTests() {
    }

    /** {@code roundhouse.database.*}, and {@link #SUPERUSER_PASSWORD} beside them. */
    public static Map<String, String> database() {
        return once("database", PartsForTests::startPostgres);
    }

    /** {@code roundhouse.keycloak.*}, and {@link #CONSOLE_PASSWORD} beside them. */
    public static Map<String, String> keycloak() {
        database();
        return once("keycloak", PartsForTests::startKeycloak);
    }

    /** An empty one beside the tests', with the same roles. @return its JDBC address */
    public static String anotherDatabase(String name) {
        Map<String, String> settings = database();
        String url = settings.get("roundhouse.database.url");
        String another = url.substring(0, url.lastIndexOf('/') + 1) + name;
        try (var connection = DriverManager.getConnection(url, "postgres", settings.get(SUPERUSER_PASSWORD)); var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (var connection = DriverManager.getConnection(another, "postgres", settings.get(SUPERUSER_PASSWORD))) {
            Roles.make(connection, name, settings.get("roundhouse.database.owner-password"), settings.get("roundhouse.database.password"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return another;
    }

    /** Keycloak neither answers nor refuses while the work is done, and goes on afterwards as if nothing had been. */
    public static void withoutKeycloak(Runnable work) {
        long process = keycloakProcess().running().orElseThrow();
        Children.signal(process, "STOP");
        try {
            work.run();
        } finally {
            Children.signal(process, "CONT");
        }
    }

    /** Nobody listens where Keycloak was while the work is done; then it is started again as it had been. */
    public static void withStoppedKeycloak(Runnable work) {
        ChildFile child = keycloakProcess();
        Path process = Path.of("/proc", Long.toString(child.running().orElseThrow()));
        List<String> command = Stream.concat(Stream.of("setsid"), words(process.resolve("cmdline")).stream()).toList();
        List<String> environment = words(process.resolve("environ"));
        child.stop(Duration.ofSeconds(20));
        try {
            work.run();
        } finally {
            startAgain(child, command, environment);
        }
    }

    private static void startAgain(ChildFile child, List<String> command, List<String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder().resolve("keycloak.log").toFile()));
        builder.environment().clear();
        environment.forEach(variable -> builder.environment().put(variable.split("=", 2)[0], variable.split("=", 2)[1]));
        try {
            Files.writeString(child.file(), builder.start().pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HttpClient client = HttpClient.newHttpClient();
        await().atMost(Duration.ofMinutes(3)).until(() -> LocalKeycloak.answers(client, keycloak().get("roundhouse.keycloak.url") + "/realms/roundhouse"));
    }

    private static ChildFile keycloakProcess() {
        Path home = folder().resolve("keycloak").toAbsolutePath().normalize();
        return new ChildFile(home.resolve("process"), "-Dkc.home.dir=" + home);
    }

    private static List<String> words(Path file) {
        try {
            return List.of(Files.readString(file).split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        return Ports.free();
    }

    private static Map<String, String> once(String part, Supplier<Map<String, String>> start) {
        String prefix = STARTED + part + "/";
        synchronized (Runtime.getRuntime()) {
            if (System.getProperty(STARTED + part) == null) {
                start.get().forEach((name, value) -> System.setProperty(prefix + name, value));
                System.setProperty(STARTED + part, "started");
            }
        }
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()), System::getProperty));
    }

    private static Map<String, String> startPostgres() {
        Runtime.getRuntime().addShutdownHook(new Thread(PARTS::close, "end parts of the tests"));
        DataFolder data = PARTS.keep(DataFolder.claim(folder()));
        secrets = data.secrets();
        postgres = PARTS.keep(LocalPostgres.start(data.path("postgres"), secrets));
        try (var connection = postgres.asSuperuser("postgres"); var statement = connection.createStatement()) {
            statement.execute("drop database roundhouse with (force)");
            postgres.prepare();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put(SUPERUSER_PASSWORD, secrets.of("postgres-superuser"));
        return settings;
    }

    private static Map<String, String> startKeycloak() {
        try {
            PreparedKeycloak.restoreOrMake(postgres, PartsForTests::launchKeycloak);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> settings = new HashMap<>(PARTS.keep(launchKeycloak()).settings());
        settings.put(CONSOLE_PASSWORD, secrets.of("keycloak-console"));
        return settings;
    }

    private static LocalKeycloak launchKeycloak() {
        return LocalKeycloak.start(folder().resolve("keycloak"), secrets, postgres, Ports.free(), "http://localhost:8081");
    }

    private static Path folder() {
        return Path.of("target", "test-parts");
    }
}
