package roundhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A few of the clients that ship in tenants/, whole: what a browser story walks through looks like the real thing. */
final class StoryClients {

    private static final Path SHIPPED = Path.of("tenants");
    private static final List<String> CLIENTS = List.of("acme", "initech", "globex", "hartmann");

    private static final Pattern REACH = Pattern.compile("reach: \\[([^]]*)]");

    private StoryClients() {
    }

    /** A fresh folder of the form of tenants/. */
    static Path folder() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "tenants");
            for (String client : CLIENTS) {
                copy(SHIPPED.resolve(client), folder.resolve(client));
            }
            Files.copy(SHIPPED.resolve("provider-sla.yaml"), folder.resolve("provider-sla.yaml"));
            Files.writeString(folder.resolve("provider.yaml"), withoutTheOthers(Files.readString(SHIPPED.resolve("provider.yaml"))));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody can reach a client that is not there. */
    private static String withoutTheOthers(String provider) {
        return REACH.matcher(provider).replaceAll(list -> "reach: [" + Arrays.stream(list.group(1).split(",")).map(String::strip)
                .filter(CLIENTS::contains).collect(Collectors.joining(", ")) + "]");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
