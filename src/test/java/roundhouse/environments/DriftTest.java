package roundhouse.environments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.Role;
import roundhouse.sla.Difference;
import roundhouse.sla.PlannedTerm;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/** Calendars and policies of Plover are written in the folder and edited on screen by Ann; neither side overwrites the other unasked. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class DriftTest {

    private static int clients;

    @Inject
    Environments environments;
    @Inject
    Tenants tenants;
    @Inject
    DatabaseTime time;
    @TempDir
    Path folder;
    private Tenant plover;
    private String ann;

    @BeforeEach
    void applied() throws IOException {
        String slug = "plover-" + (char) ('a' + clients++);
        write("provider.yaml", "name: Roundhouse Demo MSP\nprefix: MSP\nzone: Europe/Berlin\nsupport: help@msp.example\nstaff: []\n");
        write(slug + "/tenant.yaml", "name: Plover " + clients + "\nprefix: PLV" + clients + "\nhosts: [" + slug + ".localhost]\nzone: Europe/London\nlocale: en\nmail: []\ndomains: []\nvip: []\n");
        plover = new Tenant(0, slug, null, null, null, null, null, null, null, null);
        say("4h");
        environments.apply(folder, by(), false);
        plover = tenants.bySlug(slug).orElseThrow();
        ann = Cast.token(Cast.staff("ann.plover", "Ann", Set.of(Role.ADMINISTRATOR), null, plover));
    }

    @Test
    void whatTheFolderSaysAnewIsPlannedWithItsDifferenceAndAppliedOnce() throws IOException {
        say("6h");
        assertThat(planned("standard").state()).isEqualTo(PlannedTerm.State.CHANGED);
        assertThat(planned("standard").folder()).containsExactly(new Difference("P3 resolution", "4 h", "6 h"));
        assertThat(planned("office").state()).isEqualTo(PlannedTerm.State.UNCHANGED);
        assertThat(standing()).as("planning changes nothing").isEqualTo("4h");
        assertThat(apply().changes()).containsExactly("policy standard, version 2");
        assertThat(apply().changes()).as("applying again").isEmpty();
        assertThat(planned("standard").state()).isEqualTo(PlannedTerm.State.UNCHANGED);
    }

    @Test
    void whatWasEditedOnScreenStaysWhenTheFolderIsAppliedAndIsToldAsDrift() {
        edit("standard", "2h");
        PlannedTerm drifted = planned("standard");
        assertThat(drifted.state()).isEqualTo(PlannedTerm.State.DRIFTED);
        assertThat(drifted.screen()).containsExactly(new Difference("P3 resolution", "4 h", "2 h"));
        assertThat(drifted.stands().by()).isEqualTo("Ann");
        Outcome outcome = apply();
        assertThat(outcome.changes()).isEmpty();
        assertThat(outcome.drift()).containsExactly("policy standard: changed on screen, version 2 by Ann");
        assertThat(standing()).isEqualTo("2h");
        assertThat(apply()).isEqualTo(outcome);
        assertThat(environments.apply(folder, by(), true).outcomes()).as("a start, too, tells of it").filteredOn(other -> other.slug().equals(plover.slug()))
                .singleElement().satisfies(again -> assertThat(again.drift()).isEqualTo(outcome.drift()));
    }

    @Test
    void whereBothWereChangedTheScreenStaysUntilSomebodyChoosesTheFolder() throws IOException {
        edit("standard", "2h");
        say("6h");
        assertThat(planned("standard").state()).isEqualTo(PlannedTerm.State.CONFLICTING);
        assertThat(planned("standard").folder()).containsExactly(new Difference("P3 resolution", "2 h", "6 h"));
        apply();
        assertThat(standing()).isEqualTo("2h");
        assertThat(planned("standard").state()).as("applying does not settle it").isEqualTo(PlannedTerm.State.CONFLICTING);
        assertThat(environments.apply(folder, plover, Set.of("policy standard"), by()).changes()).containsExactly("policy standard, version 3");
        assertThat(standing()).isEqualTo("6h");
        assertThat(environments.apply(folder, plover, Set.of("policy standard"), by()).changes()).as("chosen again").isEmpty();
        say("8h");
        assertThat(apply().changes()).as("settled: the folder leads again").containsExactly("policy standard, version 4");
    }

    @Test
    void theFolderFollowsTheScreenByWhatThePlanShows() throws IOException {
        edit("standard", "2h");
        String policies = planned("standard").yaml();
        write(plover.slug() + "/sla.yaml", calendars() + policies);
        assertThat(planned("standard").state()).isEqualTo(PlannedTerm.State.UNCHANGED);
        assertThat(apply().changes()).isEmpty();
        say("5h");
        assertThat(planned("standard").state()).as("and leads from there").isEqualTo(PlannedTerm.State.CHANGED);
    }

    @Test
    void whatStandsOnScreenOnlyAndWhatIsGoneFromTheFolderAreToldApart() throws IOException {
        given().basePath("/api/v1").auth().oauth2(ann).contentType("application/json").body(Map.of("name", "gold",
                "document", Map.of("calendar", "office", "match", Map.of("asset", "SRV-01"), "targets", Map.of("P1", Map.of("resolution", "1h")))))
                .post("/clients/" + plover.slug() + "/policies").then().statusCode(201);
        write(plover.slug() + "/sla.yaml", calendars());
        assertThat(planned("gold").state()).isEqualTo(PlannedTerm.State.SCREEN_ONLY);
        assertThat(planned("standard").state()).isEqualTo(PlannedTerm.State.GONE);
        assertThat(planned("standard").drifts()).isFalse();
        assertThat(apply().changes()).isEmpty();
        assertThat(standing()).isEqualTo("4h");
        edit("standard", "3h");
        assertThat(planned("standard").drifts()).as("gone, and edited since").isTrue();
    }

    @Test
    void aPolicyOfTheFolderDoesNotPutOneFromTheScreenAside() throws IOException {
        given().basePath("/api/v1").auth().oauth2(ann).contentType("application/json").body(Map.of("name", "gold",
                "document", Map.of("calendar", "office", "match", Map.of("asset", "SRV-01"), "targets", Map.of("P1", Map.of("resolution", "1h")))))
                .post("/clients/" + plover.slug() + "/policies").then().statusCode(201);
        write(plover.slug() + "/sla.yaml", calendars() + "policies:\n  - {name: servers, calendar: office, match: {asset: SRV-01}, targets: {P1: {resolution: 4h}}}\n");
        assertThat(planned("servers").state()).isEqualTo(PlannedTerm.State.CONFLICTING);
        assertThat(planned("servers").because()).contains("gold");
        assertThat(apply().changes()).isEmpty();
        assertThat(environments.apply(folder, plover, Set.of("policy servers"), by()).changes()).containsExactly("policy servers, version 1");
    }

    @Test
    void aCalendarDriftsLikeAPolicy() {
        given().basePath("/api/v1").auth().oauth2(ann).contentType("application/json").body(Map.of("document",
                Map.of("zone", "Europe/London", "week", Map.of("mon-fri", List.of("08:00-18:00"))))).put("/clients/" + plover.slug() + "/calendars/office").then().statusCode(200);
        assertThat(planned("office").state()).isEqualTo(PlannedTerm.State.DRIFTED);
        assertThat(planned("office").screen()).contains(new Difference("Monday", "09:00-17:00", "08:00-18:00"));
        assertThat(apply().drift()).hasSize(1);
    }

    @Test
    void aSuspendedClientStaysAsItIsAndIsNoFailure() throws Exception {
        suspend("suspended");
        try {
            say("6h");
            assertThat(apply().state()).isEqualTo(Outcome.State.SUSPENDED);
            assertThat(overview().state()).isEqualTo("suspended");
            assertThat(overview().open()).isFalse();
        } finally {
            suspend("active");
        }
        assertThat(standing()).isEqualTo("4h");
        assertThat(apply().changes()).as("and goes on afterwards").containsExactly("policy standard, version 2");
    }

    @Test
    void theOverviewTellsOfEachEnvironmentWhatItWants() throws IOException {
        assertThat(overview().state()).isEqualTo("as the folder says");
        assertThat(overview().gaps()).as("P1, P2 and P4 are promised nowhere").isEqualTo(1);
        edit("standard", "2h");
        assertThat(overview().state()).isEqualTo("changed on screen");
        assertThat(overview().drift()).isEqualTo(1);
        apply();
        assertThat(overview().applied()).contains("by Roundhouse");
        write(plover.slug() + "/sla.yaml", calendars() + "policies:\n  - {name: standard, calender: office}\n");
        assertThat(overview().state()).isEqualTo("refused");
        assertThat(overview().mistakes()).anySatisfy(mistake -> assertThat(mistake.toString()).startsWith(plover.slug() + "/sla.yaml:4, policies[0].calender: "));
    }

    private AdministrationScreen.Line overview() {
        By by = by();
        return AdministrationScreen.of(environments.overview(folder, by), slug -> true, ZoneOffset.UTC, by.at()).lines().stream()
                .filter(line -> line.slug().equals(plover.slug())).findFirst().orElseThrow();
    }

    private void suspend(String state) throws Exception {
        try (var connection = LocalParts.asOwner(); var change = connection.prepareStatement("update tenant set state = ? where slug = ?")) {
            change.setString(1, state);
            change.setString(2, plover.slug());
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
        tenants.refresh();
    }

    private Outcome apply() {
        Report report = environments.apply(folder, by(), false);
        assertThat(report.mistakes()).isEmpty();
        return report.outcomes().stream().filter(outcome -> outcome.slug().equals(plover.slug())).findFirst().orElseThrow();
    }

    private PlannedTerm planned(String name) {
        return environments.plans(folder, List.of(plover), by()).get(0).terms().stream().filter(term -> term.isOwn() && term.name().equals(name)).findFirst().orElseThrow();
    }

    private String standing() {
        return given().basePath("/api/v1").auth().oauth2(ann).get("/clients/" + plover.slug() + "/policies/standard").then().statusCode(200)
                .extract().path("document.targets.P3.resolution");
    }

    private void edit(String name, String resolution) {
        given().basePath("/api/v1").auth().oauth2(ann).contentType("application/json").body(Map.of("document", Map.of("calendar", "office", "default", true,
                "targets", Map.of("P3", Map.of("resolution", resolution))))).put("/clients/" + plover.slug() + "/policies/" + name).then().statusCode(200);
    }

    private void say(String resolution) throws IOException {
        write(plover.slug() + "/sla.yaml", calendars() + "policies:\n  - {name: standard, calendar: office, default: true, targets: {P3: {resolution: " + resolution + "}}}\n");
    }

    private static String calendars() {
        return "calendars:\n  office: {zone: Europe/London, week: {mon-fri: [\"09:00-17:00\"]}}\n";
    }

    private By by() {
        return By.roundhouse(time.now(), Channel.FOLDER);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
