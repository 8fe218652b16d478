package roundhouse.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as an operator runs it: settings by environment, PostgreSQL and Keycloak outside. */
final class Packaged implements AutoCloseable {

    private static final int MOST_SECONDS_OF_REST = 60;
    private static final int AT_REST_MILLISECONDS = 50;

    final int port;
    final double readyAfterSeconds;
    private final Process process;

    /** @param folder for its files and its log @param publicUrl by which it is known, whatever its port */
    Packaged(Path folder, int port, int management, String publicUrl, Map<String, String> parts, List<String> options) throws IOException, InterruptedException {
        this.port = port;
        Path tenants = Files.createDirectories(folder.resolve("tenants"));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("service.log").toFile()));
        Map<String, String> environment = builder.environment();
        parts.forEach((name, value) -> environment.put(name.replaceAll("[^A-Za-z]", "_").toUpperCase(Locale.ROOT), value));
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("ROUNDHOUSE_PORT", Integer.toString(port));
        environment.put("ROUNDHOUSE_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("ROUNDHOUSE_PUBLIC_URL", publicUrl);
        environment.put("ROUNDHOUSE_TENANTS", tenants.toString());
        environment.put("ROUNDHOUSE_DATA", folder.resolve("data").toString());
        environment.put("ROUNDHOUSE_DEMO", "false");
        long begun = System.nanoTime();
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end the service"));
        while (!isReady(management)) {
            if (!process.isAlive() || System.nanoTime() - begun > 300e9) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not get ready: see " + folder.resolve("service.log"));
            }
            Thread.sleep(20);
        }
        readyAfterSeconds = (System.nanoTime() - begun) / 1e9;
    }

    private static boolean isReady(int management) {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + management + "/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    /** Under load the JVM's compilers lag behind what they were told to compile. Waits until they, and the service, use next to no processor time. */
    void rest() throws IOException, InterruptedException {
        long before = ProcessorTime.of(pid());
        for (int second = 0; second < MOST_SECONDS_OF_REST; second++) {
            Thread.sleep(1_000);
            long now = ProcessorTime.of(pid());
            if (now - before < AT_REST_MILLISECONDS) {
                return;
            }
            before = now;
        }
        throw new IllegalStateException("The service did not come to rest after a minute without a request");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
