package roundhouse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts the parts of a test run once. What they are stands in the system properties: class loaders of Quarkus come and go. */
public final class PartsForTests {
    public static final String SUPERUSER_PASSWORD = "superuser.password";
    private static final String STARTED = "roundhouse.tests.parts";

    private PartsForTests() {
    }

    /** The settings for the service, and {@link #SUPERUSER_PASSWORD} beside them. */
    public static Map<String, String> settings() {
        synchronized (Runtime.getRuntime()) {
            if (System.getProperty(STARTED) == null) {
                start().forEach((name, value) -> System.setProperty(STARTED + "/" + name, value));
                System.setProperty(STARTED, "started");
            }
        }
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(STARTED + "/"))
                .collect(Collectors.toMap(name -> name.substring(STARTED.length() + 1), System::getProperty));
    }

    private static Map<String, String> start() {
        Parts parts = new Parts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "end parts of the tests"));
        DataFolder data = parts.keep(DataFolder.claim(Path.of("target", "test-parts")));
        Secrets secrets = data.secrets();
        Map<String, String> settings = new HashMap<>(parts.keep(freshPostgres(data, secrets)).settings());
        settings.put(SUPERUSER_PASSWORD, secrets.of("postgres-superuser"));
        return settings;
    }

    private static LocalPostgres freshPostgres(DataFolder data, Secrets secrets) {
        Path folder = data.path("postgres");
        Postmaster.of(folder).ifPresent(Postmaster::stop);
        delete(folder);
        return LocalPostgres.start(folder, secrets);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
