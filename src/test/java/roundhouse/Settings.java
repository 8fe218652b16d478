package roundhouse;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings that the sources read, found in the sources themselves. */
final class Settings {

    private static final Pattern BY_NAME = Pattern.compile("(?:@ConfigProperty\\(name = |Settings\\.(?:of|number)\\(|needFree\\()\"(roundhouse\\.[a-z.-]+)\"");
    private static final Pattern BY_REFERENCE = Pattern.compile("\\$\\{(roundhouse\\.[a-z.-]+)[:}]");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"\\)");
    private static final Pattern MAPPED = Pattern.compile("(?m)^    (?!default )[\\w<>]+ (\\w+)\\(\\);");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\bROUNDHOUSE_[A-Z_]*[A-Z]\\b");

    private Settings() {
    }

    /** {@code roundhouse.mail.start-tls} */
    static Set<String> read() {
        Set<String> settings = new TreeSet<>();
        Docs.files(Path.of("src/main/java"), ".java").map(Docs::read).forEach(source -> {
            Stream.of(BY_NAME, BY_REFERENCE).flatMap(pattern -> pattern.matcher(source).results()).map(found -> found.group(1)).forEach(settings::add);
            MAPPING.matcher(source).results().map(found -> found.group(1)).forEach(prefix -> MAPPED.matcher(source).results()
                    .forEach(method -> settings.add(prefix + "." + dashed(method))));
        });
        BY_REFERENCE.matcher(Docs.read(Path.of("src/main/resources/application.properties"))).results().map(found -> found.group(1)).forEach(settings::add);
        return settings;
    }

    /** What is looked up in the environment alone, by us or by Keycloak for our realm. */
    static Set<String> ofTheEnvironment() {
        Stream<String> sources = Stream.concat(
                Stream.of("src/main/java", "src/test/java").flatMap(folder -> Docs.files(Path.of(folder), ".java")).map(Docs::read)
                        .flatMap(source -> Pattern.compile("System\\.getenv\\(\"[A-Z_]+\"").matcher(source).results().map(MatchResult::group)),
                Stream.of(Docs.read(Path.of("src/main/resources/keycloak/roundhouse-realm.json"))));
        return sources.flatMap(source -> named(source).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code ROUNDHOUSE_MAIL_START_TLS}, as often as it stands there. */
    static Set<String> named(String text) {
        return ENVIRONMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    static String environmentName(String setting) {
        return setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static String dashed(MatchResult method) {
        return method.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
