package roundhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import roundhouse.Docs.Page;

/** What the pages say is there. */
class DocsTest {

    private static final int LONGEST_README = 80;

    /** Where the path in a page may begin. */
    private static final List<Path> ROOTS = Stream.of("", "src/main/java/roundhouse", "src/main/resources/templates", "src/main/resources/web",
            "src/test/java/roundhouse", "tenants", "tenants/acme").map(Path::of).toList();

    /** Begins with what a run or a build makes, so that a fresh clone has none of it. */
    private static final Pattern MADE = Pattern.compile("(target|\\.roundhouse|~/|postgres/|keycloak/|17/|node_modules|data/import|themes/).*");

    private static final Pattern FILE = Pattern.compile("\\.?[\\w./-]*/[\\w.-]+\\.(java|html|md|sql|yaml|properties|json|css|js|csv|svg|png|xml)|pom\\.xml");
    private static final Pattern FOLDER = Pattern.compile("[\\w.-]+(/[\\w.-]+)*/");
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z]+){2,}");
    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w./])\\./[\\w.-]+");
    private static final Pattern NAMED_TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern ADDRESS = Pattern.compile("(?:(?:GET|POST|PUT|DELETE) )?(/(?:desk|api/v1|requests)(?:/[^?\\s]*)?)(?:\\?.*)?");

    /** Somebody's own machine, another host than ours and the examples', and who or what wrote a page: none of a reader's business. */
    private static final List<Pattern> FOREIGN = List.of(Pattern.compile("(?<![\\w.~])/(work|root|home|Users|tmp)/"),
            Pattern.compile("https?://(?!([\\w-]+\\.)?localhost\\b|([\\w-]+\\.)+example\\b)[\\w.-]+"),
            Pattern.compile("(?i)co-authored|language model|\\bAI\\b"));

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> dangling = new ArrayList<>();
        Docs.all().forEach(page -> page.links().stream().filter(link -> !link.matches("https?://.*|#.*"))
                .filter(link -> !Files.exists(page.path().toAbsolutePath().resolveSibling(link.replaceFirst("#.*", ""))))
                .forEach(link -> dangling.add(page.path() + ": " + link)));
        assertThat(dangling).isEmpty();
    }

    @Test
    void everyPathIsThere() {
        Docs.all().forEach(page -> assertThat(page.words())
                .filteredOn(word -> (FILE.matcher(word).matches() || FOLDER.matcher(word).matches()) && !MADE.matcher(word).matches())
                .allSatisfy(word -> assertThat(ROOTS).as(word + " in " + page.path()).anyMatch(root -> Files.exists(root.resolve(word)))));
    }

    @Test
    void everyClassIsThere() {
        Set<String> classes = Stream.of("src/main/java", "src/test/java").flatMap(folder -> Docs.files(Path.of(folder), ".java"))
                .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        Docs.all().forEach(page -> {
            assertThat(page.words()).filteredOn(word -> CLASS.matcher(word).matches()).as(page.path().toString()).isSubsetOf(classes);
            assertThat(NAMED_TEST.matcher(page.text()).results().map(found -> found.group(1))).as(page.path().toString()).isSubsetOf(classes);
        });
    }

    @Test
    void everyScriptCanBeRun() {
        Docs.all().forEach(page -> assertThat(SCRIPT.matcher(page.text()).results().map(found -> Path.of(found.group())))
                .allSatisfy(script -> assertThat(script).as(page.path().toString()).isExecutable()));
    }

    @Test
    void everyAddressHasADoor() {
        Set<String> doors = Doors.all().stream().map(door -> anonymous(door.path())).collect(Collectors.toSet());
        Docs.all().forEach(page -> page.words().forEach(word -> {
            var address = ADDRESS.matcher(word);
            if (address.matches()) {
                assertThat(doors).as(word + " in " + page.path()).contains(anonymous(address.group(1)));
            }
        }));
    }

    @Test
    void theReadmeIsShort() {
        assertThat(Docs.readme().text().lines().count()).isLessThanOrEqualTo(LONGEST_README);
    }

    @Test
    void theReadmeHasTwoCommands() {
        assertThat(command("Run")).matches("\\./\\S+");
        assertThat(command("Test")).startsWith("./mvnw ");
    }

    @Test
    void theBuildServerRunsTheTestCommandOfTheReadme() {
        assertThat(Docs.read(Path.of(".ci/run")).replace(" -B ", " ").stripTrailing()).endsWith("exec " + command("Test"));
    }

    @Test
    void everySettingOfThePagesIsReadSomewhere() {
        Set<String> read = Settings.read().stream().map(Settings::environmentName).collect(Collectors.toCollection(TreeSet::new));
        read.addAll(Settings.ofTheEnvironment());
        Docs.all().forEach(page -> assertThat(Settings.named(page.text())).as(page.path().toString()).isSubsetOf(read));
    }

    @Test
    void everySettingThatIsReadStandsInOperations() {
        Set<String> documented = Settings.named(Docs.read(Path.of("docs/operations.md")));
        assertThat(Settings.read().stream().map(Settings::environmentName)).isNotEmpty().isSubsetOf(documented);
        assertThat(Settings.ofTheEnvironment()).isNotEmpty().isSubsetOf(documented);
    }

    @Test
    void noPageNamesWhatIsNoneOfAReadersBusiness() {
        List<String> found = new ArrayList<>();
        Docs.all().forEach(page -> FOREIGN.forEach(pattern -> pattern.matcher(page.text()).results().forEach(hit -> found.add(page.path() + ": " + hit.group()))));
        assertThat(found).isEmpty();
    }

    /** The one line of the one fenced block of a section. */
    private static String command(String section) {
        Page page = Docs.readme().section(section);
        assertThat(Pattern.compile("(?m)^```").matcher(page.text()).results()).as("one fenced block in ## " + section).hasSize(2);
        String block = page.blocks("sh").get(0);
        assertThat(block.lines()).as("one command in ## " + section).hasSize(1);
        return block.strip();
    }

    private static String anonymous(String path) {
        return path.replaceAll("\\{\\w+}", "{}").replaceAll("/$", "");
    }
}
