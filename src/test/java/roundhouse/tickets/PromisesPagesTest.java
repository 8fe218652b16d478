package roundhouse.tickets;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.tenancy.Tenants;

/** Calendars and policies on screen: drawn, explained and changed. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class PromisesPagesTest {

    private static final Pattern SUBMITTED = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

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
        draft("UTC").formParam("mon", "08:00-18:00").post("/desk/clients/kestrel/calendar-draft").then().statusCode(303);
        kestrel.staff().get("/clients/kestrel/calendars/always").then().statusCode(200).body("version", is(before + 1));
    }

    @Test
    void whatCannotBeIsToldBesideItsFieldAndStays() {
        draft("UTC").formParam("mon", "08:00-25:00").post("/desk/clients/kestrel/calendar-draft").then().statusCode(422).body(containsString("08:00-25:00"))
                .body(containsString("are no hours"));
        draft("Europe/Atlantis").post("/desk/clients/kestrel/calendar-draft").then().statusCode(422).body(containsString("Europe/Atlantis"));
    }

    /** The form as the page gives it. */
    private RequestSpecification draft(String zone) {
        String page = read("/calendar-draft?name=always").extract().asString();
        RequestSpecification request = browser.request().contentType("application/x-www-form-urlencoded");
        Matcher hidden = SUBMITTED.matcher(page);
        while (hidden.find()) {
            request.formParam(hidden.group(1), hidden.group(2));
        }
        return request.formParam("zone", zone);
    }

    private ValidatableResponse read(String path) {
        return browser.request().get("/desk/clients/kestrel" + path).then().statusCode(200);
    }
}
