package roundhouse.environments;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.tenancy.Mistake;

class BrokenFolderTest {

    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    @TempDir
    Path folder;

    @BeforeEach
    void copyAcmeAndInitech() throws IOException {
        for (String slug : List.of("acme", "initech")) {
            copy(Path.of("tenants", slug));
        }
        write("provider.yaml", "name: MSP\nprefix: MSP\nzone: Europe/Berlin\nsupport: help@msp.example\nstaff: []\n");
    }

    @Test
    void theCopyItselfIsGood() {
        assertThat(mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tenant.yaml            | zone: Europe/Berlin     | zone: Europe/Balin              | 4  | zone
            tenant.yaml            | locale: de              | locale: german language         | 5  | locale
            tenant.yaml            | prefix: ACME            | prefix: acme                    | 2  | prefix
            tenant.yaml            | vip: [adam]             | vips: [adam]                    | 9  | vips
            tenant.yaml            | [acme.localhost]        | [acme localhost]                | 3  | hosts
            tenant.yaml            | identityProvider: null  | identityProvider: {issuer: http://login.acme.example, clientId: r, secretEnv: PATH} | 8 | identityProvider.issuer
            tenant.yaml            | identityProvider: null  | identityProvider: {issuer: https://login.acme.example, secretEnv: PATH} | 8 | identityProvider.clientId
            tenant.yaml            | identityProvider: null  | identityProvider: {issuer: https://login.acme.example, clientId: r, secretEnv: NOT_SET_ANYWHERE} | 8 | identityProvider.secretEnv
            people.yaml            | roles: [requester]      | roles: [requestor]              | 1  | [0].roles
            people.yaml            | user: adam              | user: alice                     | 2  | [1].user
            people.yaml            | email: alice@           | email: alice at                 | 1  | [0].email
            catalogue.yaml         | approvers: [adam]       | approvers: [alice]              | 12 | [1].approvers
            catalogue.yaml         | type: asset             | type: gadget                    | 6  | [0].fields[0].type
            catalogue.yaml         | priority: P3            | priority: high                  | 4  | [0].priority
            sla.yaml               | match: {category: machine} | match: {category: machines}  | 31 | policies[1].match.category
            assets.csv             | ,alice,Hall 2           | ,alicia,Hall 2                  | 2  | owner
            configurations/vpn.yaml| type: vpn               | type: tunnel                    | 1  | type
            configurations/vpn.yaml| assets: [FW-01]         | assets: [FW-99]                 | 4  | assets
            kb/phishing.md         | audience: everyone      | audience: public                | 3  | audience
            kb/phishing.md         | category: email         | category: mail                  | 4  | category
            brand/brand.yaml       | "#b3261e"               | red                             | 1  | accent
            brand/logo.svg         | <title>                 | <script>                        | 2  | logo
            """)
    void eachMistakeNamesFileLineAndFieldAndSparesTheOtherClient(String file, String good, String bad, int line, String field) throws IOException {
        Path path = folder.resolve("acme").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(good);
        Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad))
                .replace("</title>", bad.equals("<script>") ? "</script>" : "</title>"));
        List<Mistake> mistakes = mistakes();
        assertThat(mistakes).isNotEmpty().allSatisfy(mistake -> assertThat(mistake.file()).startsWith("acme/"));
        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.file()).isEqualTo("acme/" + file);
            assertThat(mistake.field()).isEqualTo(field);
            assertThat(mistake.line()).isEqualTo(line);
        });
    }

    @Test
    void whatMustDifferBetweenClientsIsTheLatersMistake() throws IOException {
        Path people = folder.resolve("initech/people.yaml");
        Files.writeString(people, Files.readString(people).replace("user: milton", "user: alice"));
        Path tenant = folder.resolve("initech/tenant.yaml");
        Files.writeString(tenant, Files.readString(tenant).replace("initech.localhost", "acme.localhost"));
        assertThat(mistakes()).extracting(Mistake::toString).anyMatch(text -> text.contains("initech/people.yaml, user: alice is taken by acme"))
                .anyMatch(text -> text.contains("initech/tenant.yaml, hosts: acme.localhost is taken by acme"));
    }

    @Test
    void aFileThatIsNoYamlAndOneThatIsNoTextAreMistakes() throws IOException {
        write("acme/people.yaml", "- {user: [\n");
        Files.write(folder.resolve("initech/people.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(mistakes()).extracting(Mistake::file).contains("acme/people.yaml", "initech/people.yaml");
    }

    @Test
    void aFileOfAnUnknownNameIsAMistake() throws IOException {
        write("acme/catalog.yaml", "[]");
        assertThat(mistakes()).extracting(Mistake::file).containsExactly("acme/catalog.yaml");
    }

    private List<Mistake> mistakes() {
        TenantsFolder read = TenantsFolder.read(folder, LocalDate.of(2026, 11, 22), VALIDATOR);
        return Stream.concat(read.mistakes().stream(), read.clients().stream().flatMap(client -> client.mistakes().stream())).toList();
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path to = folder.resolve(from.getParent().relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }
}
