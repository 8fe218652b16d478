package roundhouse.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.FreshStart;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.start.PartsForTests;

/** Keycloak's process has ended: nobody listens there. One story, since it takes a while until Keycloak is back. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class StoppedKeycloakTest {

    private static final String PORTAL = "acme.localhost";
    private static final String DESK = "localhost";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private SignIn alice;
    private SignIn adam;
    private SignIn tess;
    private SignIn amy;
    private String token;

    @BeforeEach
    void signIn() {
        alice = SignIn.at(PORTAL, Cast.alice());
        adam = SignIn.at(PORTAL, Cast.adam());
        tess = SignIn.at(DESK, Cast.tess());
        amy = SignIn.at(DESK, Cast.amy());
        token = LocalParts.token("tess");
    }

    @Test
    void whoIsSignedInGoesOnWhoIsNotIsToldAndAllIsWellWhenItIsBack() {
        PartsForTests.withStoppedKeycloak(() -> {
            isTold(PORTAL, "/requests", "ACME");
            isTold(DESK, "/desk", "Roundhouse");
            work("The press stands still");
            signsOutHere(adam, PORTAL, "/requests");
            signsOutHere(amy, DESK, "/desk");
            FreshStart.ofSignIn();
            work("The service was started again meanwhile");
            given().auth().oauth2(token).get("/api/v1/queue").then().statusCode(200);
            isTold(PORTAL, "/requests", "ACME");
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            SignIn.nobody(PORTAL).get("/requests").then().statusCode(302).header("Location", containsString("openid-connect"));
            SignIn.nobody(DESK).get("/desk").then().statusCode(302).header("Location", containsString("openid-connect"));
        });
        SignIn.nobody(PORTAL).get("/sign-out").then().statusCode(303).header("Location", containsString("/protocol/openid-connect/logout"));
        SignIn.at(PORTAL, Cast.adam()).request().get("/requests").then().statusCode(200);
        SignIn.at(DESK, Cast.amy()).request().get("/desk").then().statusCode(200);
        work("It hums again");
    }

    private void work(String what) {
        String subject = what + " " + UUID.randomUUID();
        alice.request().get("/requests").then().statusCode(200);
        String page = alice.request().multiPart("subject", subject).multiPart("body", "Since this morning").multiPart("token", UUID.randomUUID().toString())
                .post("/requests/new").then().statusCode(303).header("Location", containsString("/requests/ACME-")).extract().header("Location").replaceAll("\\?.*", "");
        String ref = page.substring(page.lastIndexOf('/') + 1);
        alice.request().get("/requests/" + ref).then().statusCode(200).body(containsString(subject));
        tess.request().get("/desk/tickets/" + ref).then().statusCode(200).body(containsString(subject));
        given().header("Authorization", "Bearer " + Cast.token(Cast.tess())).contentType("application/json").body("{\"body\": \"Looked at it\"}")
                .post("/api/v1/tickets/" + ref + "/notes").then().statusCode(200);
        tess.request().get("/desk/tickets/" + ref).then().statusCode(200).body(containsString("Looked at it"));
    }

    private static void isTold(String host, String path, String brand) {
        await().atMost(PATIENCE).untilAsserted(() -> SignIn.nobody(host).get(path).then().statusCode(503).header("Retry-After", notNullValue())
                .body(containsString("Sign-in is not possible right now")).body(containsString(brand)).body(containsString("Try again"))
                .body(not(containsString("Exception"))));
    }

    private static void signsOutHere(SignIn person, String host, String path) {
        Response signedOut = person.request().post("/sign-out");
        signedOut.then().statusCode(200).body(containsString("You are signed out here, but not everywhere")).body(containsString("href=\"/sign-out\""));
        assertThat(signedOut.cookies()).anySatisfy((name, value) -> assertThat(name + "=" + value).matches("q_session_\\w+="));
        SignIn.nobody(host).get("/sign-out").then().statusCode(200).body(containsString("close all windows of this browser"));
        await().atMost(PATIENCE).untilAsserted(() -> person.request().get(path).then().statusCode(503));
        SignIn.nobody(host).get(path).then().statusCode(503);
    }
}
