package roundhouse.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.tenancy.Tenants;

/** Calendars and policies on screen: drawn, explained and changed. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class PromisesPagesTest {

    @Inject
    Tenants tenants;
    private Kestrel kestrel;
    private SignIn browser;

    @BeforeEach
    void enter() {
        kestrel = new Kestrel(tenants);
        kestrel.promise(Map.of("P3", "4h"));
        browser = SignIn.at("localhost", kestrel.ann);
    }

    @Test
    void calendarsPoliciesAndGapsAreDrawn() {
        read("/calendars").body(containsString("always"));
        read("/calendars/always").body(containsString("P3"));
        kestrel.promise(Map.of("P3", "6h"));
        read("/policies").body(containsString("standard"));
        read("/policies/standard").body(containsString("6 h"));
        read("/coverage").body(containsString("P1"));
    }

    @Test
    void aCalendarIsChangedOnScreenAndBecomesANewVersion() {
        int before = kestrel.staff().get("/clients/kestrel/calendars/always").then().extract().path("version");
        calendar().type("mon", "08:00-18:00").in(browser.request()).post("/desk/clients/kestrel/calendar-draft").then().statusCode(303);
        kestrel.staff().get("/clients/kestrel/calendars/always").then().statusCode(200).body("version", is(before + 1));
    }

    @Test
    void whatCannotBeIsToldBesideItsFieldAndStays() {
        calendar().type("mon", "08:00-25:00").in(browser.request()).post("/desk/clients/kestrel/calendar-draft").then().statusCode(422).body(containsString("08:00-25:00"))
                .body(containsString("are no hours"));
        calendar().type("zone", "Europe/Atlantis").in(browser.request()).post("/desk/clients/kestrel/calendar-draft").then().statusCode(422).body(containsString("Europe/Atlantis"));
    }

    @Test
    void aPolicyIsChangedOnScreenAndBecomesANewVersionWithAllTheRest() {
        kestrel.promise(Map.of("P2", "2h", "P3", "7h"));
        int before = standard().path("version");
        policy().type("P3-resolution", "5h").in(browser.request()).post("/desk/clients/kestrel/policy-draft").then().statusCode(303)
                .header("Location", endsWith("/desk/clients/kestrel/policies/standard"));
        assertThat(standard().<Integer>path("version")).isEqualTo(before + 1);
        assertThat(standard().<String>path("document.targets.P3.resolution")).isEqualTo("5h");
        assertThat(standard().<String>path("document.targets.P2.resolution")).isEqualTo("2h");
        read("/policies/standard").body(containsString("P3 resolution: 7 h → 5 h"));
    }

    @Test
    void aFormThatIsSentAsItWasDrawnMakesNoNewVersion() {
        kestrel.promise(Map.of("P2", "2h", "P3", "4h"));
        int before = standard().path("version");
        policy().in(browser.request()).post("/desk/clients/kestrel/policy-draft").then().statusCode(303);
        calendar().in(browser.request()).post("/desk/clients/kestrel/calendar-draft").then().statusCode(303);
        assertThat(standard().<Integer>path("version")).isEqualTo(before);
    }

    @Test
    void aPolicyThatCannotBeNamesTheFieldAndWhatToWriteInstead() {
        int before = standard().path("version");
        String page = policy().type("P3-resolution", "4 weeks").type("grace", "soon").in(browser.request()).post("/desk/clients/kestrel/policy-draft")
                .then().statusCode(422).body(containsString("2 things cannot stay as they are")).extract().asString();
        assertThat(page).containsPattern("<a href=\"#P3-resolution\">[^<]*no target; write[^<]*4h").contains("<a href=\"#grace\">").containsPattern("is-invalid\" id=\"P3-resolution\" name=\"P3-resolution\" value=\"4 weeks\"");
        assertThat(standard().<Integer>path("version")).isEqualTo(before);
    }

    @Test
    void whoWritesAPolicyOnTopOfSomebodyElsesIsToldAndKeepsWhatWasTyped() {
        DrawnForm late = policy();
        kestrel.promise(Map.of("P3", "1h"));
        late.type("P3-resolution", "9h").in(browser.request()).post("/desk/clients/kestrel/policy-draft").then().statusCode(412)
                .body(containsString("Somebody was faster")).body(containsString("value=\"9h\""));
        assertThat(standard().<String>path("document.targets.P3.resolution")).isEqualTo("1h");
    }

    @Test
    void aSecondPolicyForTheSameTicketsIsRefusedBesideItsMatch() {
        new DrawnForm(read("/policy-draft").extract().asString(), "/desk/clients/kestrel/policy-draft").type("name", "other").type("calendar", "always")
                .type("P3-resolution", "4h").in(browser.request()).post("/desk/clients/kestrel/policy-draft").then().statusCode(422)
                .body(containsString("href=\"#match\"")).body(containsString("standard is for the same tickets"));
    }

    @Test
    void policiesStandInTheOrderInWhichTheyAreAsked() {
        Map<String, Object> document = Map.of("calendar", "always", "match", Map.of("asset", "SRV-01"), "targets", Map.of("P1", Map.of("resolution", "1h")));
        kestrel.staff().body(Map.of("name", "zulu", "document", document)).post("/clients/kestrel/policies").then().statusCode(201);
        String page = read("/policies").extract().asString();
        assertThat(page.indexOf("/policies/zulu\"")).isPositive().isLessThan(page.indexOf("/policies/standard\""));
        read("/coverage").body(containsString("zulu</a> for <span class=\"mono\">SRV-01</span>"));
    }

    private DrawnForm policy() {
        return new DrawnForm(read("/policy-draft?name=standard").extract().asString(), "/desk/clients/kestrel/policy-draft");
    }

    private DrawnForm calendar() {
        return new DrawnForm(read("/calendar-draft?name=always").extract().asString(), "/desk/clients/kestrel/calendar-draft");
    }

    private ExtractableResponse<Response> standard() {
        return kestrel.staff().get("/clients/kestrel/policies/standard").then().statusCode(200).extract();
    }

    private ValidatableResponse read(String path) {
        return browser.request().get("/desk/clients/kestrel" + path).then().statusCode(200);
    }
}
