package roundhouse.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.assets.Assets;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.knowledge.Articles;
import roundhouse.sla.Policies;
import roundhouse.sla.TermsView;
import roundhouse.start.PartsForTests;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Catalogue;

/** Wayne and Tyrell come into the house by the folder; nobody else's test knows them. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class EnvironmentsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Environments environments;
    @Inject
    Tenants tenants;
    @Inject
    Units units;
    @Inject
    People people;
    @Inject
    Policies policies;
    @Inject
    Catalogue catalogue;
    @Inject
    Assets assets;
    @Inject
    Articles articles;
    @Inject
    DatabaseTime time;
    @TempDir
    Path folder;

    @BeforeEach
    void describe() throws IOException {
        write("provider.yaml", """
                name: Roundhouse Demo MSP
                prefix: MSP
                zone: Europe/Berlin
                support: help@msp.example
                staff:
                  - {user: wendy, name: Wendy Cho, email: wendy@msp.example, roles: [technician], tier: 1, reach: [wayne]}
                """);
        client("wayne", "WAYNE");
        client("tyrell", "TYR");
    }

    @Test
    void aClientComesWithAllItsParts() {
        apply();
        Tenant wayne = tenants.byHost("wayne.localhost").orElseThrow();
        assertThat(wayne.prefix()).isEqualTo("WAYNE");
        inside(wayne, () -> {
            assertThat(people.ofThisClient()).extracting(Person::user).contains("lucius.wayne");
            assertThat(people.workingHere("wendy")).isPresent();
            assertThat(catalogue.category("email")).isPresent();
            assertThat(assets.byTag("FW-01")).isPresent();
            assertThat(articles.named("vpn")).isPresent();
            assertThat(policies.standing(TermsView.Of.POLICIES)).extracting(TermsView::name).contains("standard");
        });
    }

    @Test
    void applyingAgainChangesNothing() {
        apply();
        assertThat(apply().outcomes()).allSatisfy(outcome -> assertThat(outcome.state()).isEqualTo(Outcome.State.UNCHANGED));
        assertThat(environments.apply(folder, by(), true).outcomes()).allSatisfy(outcome -> assertThat(outcome.state()).isEqualTo(Outcome.State.UNCHANGED));
    }

    @Test
    void onlyWhatIsSaidAnewChanges() throws IOException {
        apply();
        write("wayne/people.yaml", people("wayne").replace("Lucius Fox", "Lucius R. Fox"));
        Map<String, Outcome> outcomes = outcomes(environments.apply(folder, by(), true));
        assertThat(outcomes.get("wayne").changes()).containsExactly("people: lucius.wayne");
        assertThat(outcomes.get("tyrell").state()).isEqualTo(Outcome.State.UNCHANGED);
    }

    @Test
    void aMistakeLeavesItsClientAsItWasAndLetsTheOthersGoOn() throws IOException {
        apply();
        write("tyrell/people.yaml", people("tyrell").replace("Lucius Fox", "Somebody Else"));
        write("tyrell/catalogue.yaml", "- category: email\n  name: E-mail\n  prioritty: P3\n");
        write("wayne/people.yaml", people("wayne").replace("Lucius Fox", "Lucius the Second"));
        Map<String, Outcome> outcomes = outcomes(apply());
        assertThat(outcomes.get("tyrell").state()).isEqualTo(Outcome.State.REFUSED);
        assertThat(outcomes.get("tyrell").mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.file()).isEqualTo("tyrell/catalogue.yaml");
            assertThat(mistake.line()).isEqualTo(3);
            assertThat(mistake.field()).isEqualTo("[0].prioritty");
        });
        inside(tenants.bySlug("tyrell").orElseThrow(), () -> assertThat(people.ofThisClient("lucius.tyrell").orElseThrow().name()).isEqualTo("Lucius Fox"));
        assertThat(outcomes.get("wayne").state()).isEqualTo(Outcome.State.CHANGED);
    }

    @Test
    void whatIsGoneFromTheFolderIsToldAndStays() throws IOException {
        apply();
        write("wayne/assets.csv", "tag,type,name\nFW-02,firewall,Another\n");
        write("wayne/configurations/vpn.yaml", "type: vpn\nname: Remote access\nassets: [FW-02]\n");
        write("wayne/people.yaml", people("wayne") + "- {user: alfred.wayne, name: Alfred P, email: alfred@wayne.example, roles: [requester]}\n");
        apply();
        write("wayne/people.yaml", people("wayne"));
        assertThat(outcomes(apply()).get("wayne").gone()).contains("person alfred.wayne", "asset FW-01");
        inside(tenants.bySlug("wayne").orElseThrow(), () -> assertThat(assets.byTag("FW-01")).isPresent());
    }

    @Test
    void whoStandsInTheFolderCanSignIn() {
        apply();
        assertThat(LocalParts.token("lucius.wayne")).isNotBlank();
    }

    @Test
    void aClientMayHaveAWordOfOursForAName() throws IOException {
        client("desk", "DESK");
        client("api", "API");
        apply();
        for (String slug : new String[] {"desk", "api"}) {
            SignIn.at(slug + ".localhost", "lucius." + slug).request().get("/requests").then().statusCode(200).body(containsString(slug + " help"));
        }
    }

    @Test
    void whoCameWhileKeycloakWasAwayCanSignInWhenItIsBack() throws IOException {
        apply();
        write("wayne/people.yaml", people("wayne") + "- {user: harvey.wayne, name: Harvey Dent, email: harvey@wayne.example, roles: [requester]}\n");
        PartsForTests.withoutKeycloak(() -> {
            Report without = apply();
            assertThat(outcomes(without).get("wayne").changes()).containsExactly("people: harvey.wayne");
            assertThat(without.mistakes()).extracting(Mistake::field).containsExactly("sign-in");
        });
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(environments.last().orElseThrow().mistakes()).isEmpty());
        assertThat(LocalParts.token("harvey.wayne")).isNotBlank();
    }

    @Test
    void aPrefixNeverChanges() throws IOException {
        apply();
        write("wayne/tenant.yaml", tenant("wayne", "BATS"));
        assertThat(outcomes(apply()).get("wayne").mistakes()).extracting(Mistake::field).containsExactly("prefix");
        assertThat(tenants.bySlug("wayne").orElseThrow().prefix()).isEqualTo("WAYNE");
    }

    private Report apply() {
        return environments.apply(folder, by(), false);
    }

    private By by() {
        return By.roundhouse(time.now(), Channel.FOLDER);
    }

    private static Map<String, Outcome> outcomes(Report report) {
        return report.outcomes().stream().collect(java.util.stream.Collectors.toMap(Outcome::slug, outcome -> outcome));
    }

    private void inside(Tenant tenant, Runnable work) {
        units.inside(tenant.id(), Side.SYSTEM, 0, () -> {
            work.run();
            return null;
        });
    }

    private void client(String slug, String prefix) throws IOException {
        write(slug + "/tenant.yaml", tenant(slug, prefix));
        write(slug + "/people.yaml", people(slug));
        write(slug + "/sla.yaml", """
                calendars:
                  office: {zone: Europe/Berlin, week: {mon-fri: ["09:00-17:00"]}}
                policies:
                  - {name: standard, calendar: office, default: true, targets: {P3: {first_response: 4h, resolution: 2 days}}}
                """);
        write(slug + "/catalogue.yaml", "- {category: email, name: E-mail, tier: 1, priority: P3}\n");
        write(slug + "/assets.csv", "tag,type,name,owner\nFW-01,firewall,Edge,lucius." + slug + "\n");
        write(slug + "/configurations/vpn.yaml", "type: vpn\nname: Remote access\nfields: {gateway: vpn.example}\nassets: [FW-01]\ncategories: [email]\n");
        write(slug + "/kb/vpn.md", "---\ntitle: From home\naudience: client\ncategory: email\n---\nPress *Connect*.\n");
        write(slug + "/brand/brand.yaml", "accent: \"#123456\"\nname: " + slug + " help\n");
    }

    private static String tenant(String slug, String prefix) {
        return "name: " + slug + " industries\nprefix: " + prefix + "\nhosts: [" + slug + ".localhost]\nzone: Europe/Berlin\nlocale: en\nmail: [help@"
                + slug + ".example]\ndomains: [" + slug + ".example]\nvip: []\n";
    }

    private static String people(String slug) {
        return "- {user: lucius." + slug + ", name: Lucius Fox, email: lucius@" + slug + ".example, roles: [requester, approver]}\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
