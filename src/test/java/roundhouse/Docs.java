package roundhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that people read, and what stands in them. */
final class Docs {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FENCE = Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL);

    private Docs() {
    }

    /** @param path from the root of the repository */
    record Page(Path path, String text) {

        /** Targets of links and images. */
        List<String> links() {
            return LINK.matcher(prose()).results().map(found -> found.group(1)).toList();
        }

        /** What stands in backticks within a line. */
        List<String> words() {
            return CODE.matcher(prose()).results().map(found -> found.group(1)).toList();
        }

        /** Fenced blocks of one language, as written. */
        List<String> blocks(String language) {
            return FENCE.matcher(text).results().filter(found -> found.group(1).equals(language)).map(found -> found.group(2)).toList();
        }

        /** From one heading of the second level to the next. */
        Page section(String heading) {
            Matcher found = Pattern.compile("(?ms)^## " + heading + "\\n(.*?)(?=^## |\\z)").matcher(text);
            if (!found.find()) {
                throw new AssertionError(path + " has no section ## " + heading);
            }
            return new Page(path, found.group(1));
        }

        private String prose() {
            return FENCE.matcher(text).replaceAll("");
        }
    }

    static Page readme() {
        return page(Path.of("README.md"));
    }

    static Page page(Path path) {
        return new Page(path, read(path));
    }

    static List<Page> all() {
        return Stream.concat(Stream.of(Path.of("README.md")), files(Path.of("docs"), ".md")).map(Docs::page).toList();
    }

    static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
