package roundhouse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The program files of Keycloak, unpacked and built for our options once for each account. Holds no data. */
final class KeycloakProgram {
    private static final long NEEDED_ROOM = 700L << 20;
    private static final List<String> BUILD = List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false",
            "--features-disabled=ciba,device-flow,kerberos,impersonation");

    private final Path folder;

    private KeycloakProgram(Path folder) {
        this.folder = folder;
    }

    /** Waits while another process of this account prepares it. */
    static KeycloakProgram prepared() {
        Path cache = Cache.folder("keycloak");
        Path folder = cache.resolve(version() + "-" + Integer.toHexString(BUILD.hashCode()));
        try (FileChannel channel = FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (!Files.exists(folder)) {
                prepare(cache, folder);
            }
            return new KeycloakProgram(folder);
        } catch (IOException e) {
            throw new CannotStart("Keycloak cannot be prepared in " + cache + " (" + e + "): mend that folder, or set ROUNDHOUSE_KEYCLOAK_URL.", e);
        }
    }

    static String version() {
        try (var in = KeycloakProgram.class.getResourceAsStream("/keycloak/version")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path library() {
        return folder.resolve("lib");
    }

    /** Not the script kc.sh: it would stand as a second process between Keycloak and us. */
    static List<String> java(Path home, Path library, int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m", "-Xmx" + heapMegabytes + "m", "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp", library.resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    private static void prepare(Path cache, Path folder) throws IOException {
        Path zip = cache.resolve("keycloak-" + version() + ".zip");
        if (!Files.exists(zip)) {
            throw new CannotStart("Keycloak " + version() + " is not in " + cache
                    + ": build Roundhouse once with ./mvnw package on this account, or set ROUNDHOUSE_KEYCLOAK_URL.");
        }
        if (cache.toFile().getUsableSpace() < NEEDED_ROOM) {
            throw new CannotStart("Less than 700 MB are free for " + cache + ": make room, or set ROUNDHOUSE_KEYCLOAK_URL.");
        }
        System.out.println("Preparing Keycloak " + version() + " in " + cache + " (half a minute, once) ...");
        Path half = cache.resolve("half-prepared");
        Folders.delete(half);
        unpack(zip, half);
        build(half, cache.resolve("build.log"));
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path inner = Path.of(entry.getName());
                if (entry.isDirectory() || inner.getNameCount() < 2) {
                    continue;
                }
                Path file = target.resolve(inner.subpath(1, inner.getNameCount())).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("A name in " + zip + " leads out of it: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    private static void build(Path home, Path log) throws IOException {
        List<String> command = new ArrayList<>(java(home, home.resolve("lib"), 512));
        command.addAll(BUILD);
        Process build = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (build.waitFor() != 0) {
                throw new CannotStart("Keycloak's own build failed: see " + log + ".");
            }
        } catch (InterruptedException e) {
            build.destroy();
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while Keycloak was prepared: start again.", e);
        }
    }
}
