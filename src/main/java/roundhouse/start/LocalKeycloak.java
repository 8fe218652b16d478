package roundhouse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Keycloak of our own as a child process, its data in the local PostgreSQL. */
final class LocalKeycloak implements AutoCloseable {
    static final String DATABASE = "keycloak";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GENTLE = Duration.ofSeconds(20);

    private final Path home;
    private final Secrets secrets;
    private final int port;
    private final LastWill lastWill;
    private Process process;

    private LocalKeycloak(Path home, Secrets secrets, int port, LastWill lastWill) {
        this.home = home;
        this.secrets = secrets;
        this.port = port;
        this.lastWill = lastWill;
    }

    /** The caller holds the folder above: a Keycloak found running on it is an orphan of a killed run, and is stopped. */
    static LocalKeycloak start(Path folder, Secrets secrets, LocalPostgres postgres, int port, String publicUrl) {
        Path home = folder.toAbsolutePath().normalize();
        ChildFile child = new ChildFile(home.resolve("process"), "-Dkc.home.dir=" + home);
        child.stop(GENTLE);
        if (!Ports.isFree(port)) {
            throw new CannotStart("Port " + port + " is taken, Keycloak cannot use it: set ROUNDHOUSE_KEYCLOAK_PORT to a free port.");
        }
        KeycloakHome.furnish(home, KeycloakProgram.prepared());
        postgres.makeDatabase(DATABASE, secrets.of("keycloak-database"));
        LocalKeycloak keycloak = new LocalKeycloak(home, secrets, port, LastWill.over(child.file(), child.word(), "TERM"));
        try {
            keycloak.launch(postgres.url(DATABASE), publicUrl);
            keycloak.awaitRealm();
            return keycloak;
        } catch (IOException e) {
            keycloak.close();
            throw new CannotStart("Keycloak cannot be started (" + e.getMessage() + "): see " + keycloak.log() + ".", e);
        } catch (CannotStart e) {
            keycloak.close();
            throw e;
        }
    }

    private void launch(String databaseUrl, String publicUrl) throws IOException {
        // A session of its own: Ctrl-C reaches us alone, and the service may end before its Keycloak does.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(KeycloakProgram.java(home, home.resolve("lib"), 384));
        command.addAll(List.of("start", "--optimized", "--import-realm", "--cache=local",
                "--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=" + url(),
                "--db-url=" + databaseUrl, "--db-username=" + DATABASE, "--db-pool-initial-size=1", "--db-pool-max-size=10"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("KEYCLOAK_"));
        environment.put("KC_DB_PASSWORD", secrets.of("keycloak-database"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-console"));
        environment.put("ROUNDHOUSE_KEYCLOAK_CLIENT_SECRET", secrets.of("keycloak-client"));
        environment.put("ROUNDHOUSE_KEYCLOAK_ADMIN_SECRET", secrets.of("keycloak-admin"));
        environment.put("ROUNDHOUSE_PUBLIC_URL", publicUrl);
        process = builder.start();
        Files.writeString(home.resolve("process"), process.pid() + "\n");
    }

    /** Keycloak listens before its realm is there. */
    private void awaitRealm() {
        HttpClient client = HttpClient.newHttpClient();
        Instant began = Instant.now();
        Instant nextWord = began.plusSeconds(10);
        while (!answers(client, "http://127.0.0.1:" + port + "/realms/roundhouse")) {
            if (!process.isAlive()) {
                throw new CannotStart("Keycloak ended by itself: see " + log() + ".");
            }
            long seconds = Duration.between(began, Instant.now()).toSeconds();
            if (seconds > PATIENCE.toSeconds()) {
                throw new CannotStart("Keycloak was not ready after " + PATIENCE.toMinutes() + " minutes: see " + log() + ".");
            }
            if (Instant.now().isAfter(nextWord)) {
                System.out.println("  still waiting for Keycloak, " + seconds + " seconds so far ...");
                nextWord = nextWord.plusSeconds(10);
            }
            Children.pause();
        }
    }

    static boolean answers(HttpClient client, String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for Keycloak: start again.", e);
        }
    }

    private String url() {
        return "http://localhost:" + port;
    }

    private Path log() {
        return home.resolveSibling("keycloak.log");
    }

    /** What a configuration needs to reach this server: the names of application.properties. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("roundhouse.keycloak.url", url());
        settings.put("roundhouse.keycloak.client-secret", secrets.of("keycloak-client"));
        settings.put("roundhouse.keycloak.admin-client", "roundhouse-admin");
        settings.put("roundhouse.keycloak.admin-secret", secrets.of("keycloak-admin"));
        return settings;
    }

    @Override
    public void close() {
        if (process != null) {
            List<ProcessHandle> children = process.descendants().toList();
            new ChildFile(home.resolve("process"), "-Dkc.home.dir=" + home).stop(GENTLE);
            children.forEach(ProcessHandle::destroyForcibly);
        }
        lastWill.close();
        try {
            Files.deleteIfExists(home.resolve("process"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
