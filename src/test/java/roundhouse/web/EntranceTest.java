package roundhouse.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.start.PartsForTests;

/** What stands at the door on bad days, with the real Keycloak. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class EntranceTest {

    private static final String PORTAL = "acme.localhost";
    private static final String DESK = "localhost";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeEach
    void thePeople() {
        Cast.alice();
        Cast.tess();
    }

    @Test
    void whoeverIsSignedInGoesOnWhileKeycloakIsAway() {
        SignIn alice = SignIn.at(PORTAL, Cast.alice());
        SignIn tess = SignIn.at(DESK, Cast.tess());
        String token = LocalParts.token("tess");
        String subject = "The press stands still " + UUID.randomUUID();
        PartsForTests.withoutKeycloak(() -> {
            awaitClosed(PORTAL, "/requests");
            String page = asked(alice, subject).header("Location").replaceAll("\\?.*", "");
            String ref = page.substring(page.lastIndexOf('/') + 1);
            alice.request().multiPart("body", "It hums again").multiPart("token", UUID.randomUUID().toString()).post("/requests/" + ref + "/replies")
                    .then().statusCode(303);
            alice.request().get("/requests/" + ref).then().statusCode(200).body(containsString(subject)).body(containsString("It hums again"));
            tess.request().get("/desk/tickets/" + ref).then().statusCode(200).body(containsString("It hums again"));
            given().header("Authorization", "Bearer " + token).contentType("application/json").body("{\"body\": \"Looked at it\"}")
                    .post("/api/v1/tickets/" + ref + "/notes").then().statusCode(200);
            tess.request().get("/desk/tickets/" + ref).then().statusCode(200).body(containsString("Looked at it"));
        });
        await().atMost(PATIENCE).untilAsserted(() -> SignIn.nobody(PORTAL).get("/requests").then().statusCode(302));
        SignIn.at(PORTAL, Cast.alice()).request().get("/requests").then().statusCode(200).body(containsString(subject));
    }

    @Test
    void whoIsNotSignedInIsToldThatKeycloakIsAwayAndWhatToDo() {
        PartsForTests.withoutKeycloak(() -> {
            awaitClosed(PORTAL, "/requests");
            awaitClosed(DESK, "/desk");
            given().get("/api/v1/queue").then().statusCode(401);
        });
        for (String host : new String[] {PORTAL, DESK}) {
            await().atMost(PATIENCE).untilAsserted(() -> SignIn.nobody(host).get(host.equals(DESK) ? "/desk" : "/requests").then()
                    .statusCode(302).header("Location", containsString("openid-connect")));
        }
    }

    @Test
    void aSignInCaughtByTheOutageIsToldAndCanBeBegunAgain() {
        Response begun = SignIn.nobody(PORTAL).get("/requests");
        PartsForTests.withoutKeycloak(() -> {
            awaitClosed(PORTAL, "/requests");
            SignIn.nobody(PORTAL).cookies(begun.cookies()).get("/signed-in?code=abc&state=" + state(begun)).then().statusCode(503)
                    .header("Retry-After", notNullValue()).body(containsString("Sign-in is not possible right now"));
        });
        await().atMost(PATIENCE).untilAsserted(() -> SignIn.nobody(PORTAL).get("/requests").then().statusCode(302));
    }

    @Test
    void aLostOrForeignStateEndsInAPageThatLeadsBack() {
        asksToSignInAgain(SignIn.nobody(PORTAL).get("/signed-in?code=abc&state=never-begun"));
        asksToSignInAgain(SignIn.nobody(DESK).get("/signed-in"));
        Response begun = SignIn.nobody(PORTAL).get("/requests");
        asksToSignInAgain(SignIn.nobody(PORTAL).cookies(begun.cookies()).get("/signed-in?code=abc&state=another"));
    }

    @Test
    void aCodeThatIsNoneAndASignInGivenUpEndInAPageThatLeadsBack() {
        Response begun = SignIn.nobody(PORTAL).get("/requests");
        asksToSignInAgain(SignIn.nobody(PORTAL).cookies(begun.cookies()).get("/signed-in?code=abc&state=" + state(begun)));
        Response another = SignIn.nobody(DESK).get("/desk");
        asksToSignInAgain(SignIn.nobody(DESK).cookies(another.cookies())
                .get("/signed-in?error=temporarily_unavailable&error_description=authentication_expired&state=" + state(another)));
    }

    @Test
    void aSessionThatHasEndedIsToldOnThePageOnWhichSomebodyWas() {
        SignIn alice = SignIn.at(PORTAL, Cast.alice());
        alice.request().post("/sign-out").then().statusCode(303).header("Location", containsString("logout"));
        Response refused = await().atMost(PATIENCE).until(() -> alice.request().get("/requests?whose=mine"), answer -> answer.statusCode() == 401);
        asksToSignInAgain(refused);
        assertThat(refused.asString()).contains("href=\"/requests?whose=mine\"");
        Response form = alice.request().header("Referer", "http://elsewhere.example/requests").multiPart("subject", "x").post("/requests/new");
        assertThat(form.asString()).contains("href=\"/\"").doesNotContain("elsewhere");
    }

    @Test
    void whoeverSignsOutOfTheDeskIsAskedForThePasswordAgain() {
        SignIn tess = SignIn.at(DESK, Cast.tess());
        tess.request().get("/desk").then().statusCode(200);
        assertThat(tess.atKeycloak(begun()).statusCode()).as("Keycloak knows this browser").isEqualTo(302);
        String away = tess.request().post("/sign-out").then().statusCode(303).header("Location", containsString("logout")).extract().header("Location");
        assertThat(tess.atKeycloak(away).statusCode()).as("Keycloak asks nothing and leads back").isEqualTo(302);
        await().atMost(PATIENCE).untilAsserted(() -> asksToSignInAgain(tess.request().get("/desk")));
        assertThat(tess.atKeycloak(begun()).then().statusCode(200).extract().asString()).contains("name=\"username\"");
    }

    @Test
    void theCookieOfASessionIsForItsOwnHostAndNoScript() {
        SignIn alice = SignIn.at(PORTAL, Cast.alice());
        assertThat(alice.sessionCookies()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
            assertThat(cookie.getDomain()).isNull();
            assertThat(cookie.getPath()).isEqualTo("/");
        });
    }

    @Test
    void aPageOfTheOtherSideLeadsBackAndAScriptIsToldPlainly() {
        for (Response page : List.of(SignIn.nobody(PORTAL).get("/desk"), SignIn.nobody(PORTAL).get("/desk/tickets/ACME-1"), SignIn.nobody(DESK).get("/requests"))) {
            page.then().statusCode(404).contentType("text/html").body(containsString("There is nothing here that you can see")).body(containsString("href=\"/\""));
        }
        SignIn.nobody(PORTAL).get("/api/v1/queue").then().statusCode(404).contentType("text/plain");
        SignIn.nobody("nowhere.localhost").get("/desk").then().statusCode(404).contentType("text/plain");
    }

    private static Response asked(SignIn alice, String subject) {
        Response sent = alice.request().multiPart("subject", subject).multiPart("body", "Since this morning")
                .multiPart("token", UUID.randomUUID().toString()).post("/requests/new");
        sent.then().statusCode(303).header("Location", containsString("/requests/ACME-"));
        return sent;
    }

    private static void awaitClosed(String host, String path) {
        String brand = host.equals(DESK) ? "Roundhouse" : "ACME";
        await().atMost(PATIENCE).untilAsserted(() -> SignIn.nobody(host).get(path).then().statusCode(503).header("Retry-After", notNullValue())
                .contentType(startsWith("text/html")).body(containsString("Sign-in is not possible right now")).body(containsString(brand))
                .body(containsString("Try again")).body(not(containsString("Exception"))));
    }

    private static void asksToSignInAgain(Response answer) {
        answer.then().statusCode(401).contentType(startsWith("text/html")).body(containsString("Please sign in again"))
                .body(containsString(">Sign in again</a>"));
    }

    private static String begun() {
        return SignIn.nobody(DESK).get("/desk").then().statusCode(302).extract().header("Location");
    }

    private static String state(Response begun) {
        return URI.create(begun.header("Location")).getRawQuery().replaceAll("(?:.*&)?state=([^&]+).*", "$1");
    }
}
