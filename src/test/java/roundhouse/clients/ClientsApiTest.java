package roundhouse.clients;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.audit.Trail;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class ClientsApiTest {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String ASSIGNMENT = "{\"reason\": \"covers for tess\"}";

    @Inject
    Trail trail;
    @Inject
    Units units;
    private SignedIn tess;
    private SignedIn olga;
    private SignedIn alice;

    @BeforeEach
    void enter() {
        tess = Cast.tess();
        olga = Cast.olga();
        alice = Cast.alice();
        Cast.adam();
        Cast.milton();
        Cast.uma();
    }

    @Test
    void everybodyKnowsWhoTheyAreAndWhatTheyReach() {
        as(tess).get("/api/v1/me").then().statusCode(200).body("user", equalTo("tess")).body("side", equalTo("staff"))
                .body("roles", contains("technician")).body("reach.slug", contains("acme", "initech")).body("reach[0].prefix", equalTo("ACME"));
        as(alice).get("/api/v1/me").then().statusCode(200).body("side", equalTo("client")).body("reach.slug", contains("acme"));
        given().get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void clientsAreListedWithinReachOnly() {
        as(tess).get(CLIENTS).then().statusCode(200).body("items.slug", contains("acme", "initech")).body("next", nullValue());
        Response first = as(tess).get(CLIENTS + "?limit=1");
        first.then().body("items.slug", contains("acme"));
        as(tess).queryParam("cursor", first.<String>path("next")).get(CLIENTS + "?limit=1").then().body("items.slug", contains("initech"));
        as(tess).get(CLIENTS + "/acme").then().statusCode(200).body("zone", equalTo("Europe/Berlin")).body("prefix", equalTo("ACME"));
        as(tess).get(CLIENTS + "/umbrella").then().statusCode(404);
        as(tess).get(CLIENTS + "/nobody").then().statusCode(404);
        as(alice).get(CLIENTS).then().body("items.slug", contains("acme"));
    }

    @Test
    void thePeopleOfAClientAreThoseOfNoOther() {
        as(tess).get(CLIENTS + "/acme/people?limit=200").then().statusCode(200).body("items.user", hasItems("adam", "alice"))
                .body("items.user", not(hasItem("milton"))).body("items.user", not(hasItem("tess")));
        as(tess).get(CLIENTS + "/acme/people/alice").then().statusCode(200).body("email", equalTo("alice@acme.example"))
                .body("roles", contains("requester"));
        as(tess).get(CLIENTS + "/acme/people/milton").then().statusCode(404);
        as(tess).get(CLIENTS + "/umbrella/people").then().statusCode(404);
        as(alice).get(CLIENTS + "/acme/people").then().statusCode(404);
        as(Cast.adam()).get(CLIENTS + "/acme/people").then().statusCode(200);
        as(Cast.adam()).get(CLIENTS + "/initech/people").then().statusCode(404);
    }

    @Test
    void aClientManagerKeepsTheOwnPeopleAndNobodyElse() {
        String user = "new." + UUID.randomUUID();
        String person = """
                {"user": "%s", "name": "Nora Winter", "email": "%s@acme.example", "roles": ["requester"]}""".formatted(user, user);
        SignedIn adam = Cast.adam();
        as(adam).body(person).post(CLIENTS + "/acme/people").then().statusCode(201).body("user", equalTo(user)).body("roles", contains("requester"));
        given().auth().oauth2(LocalParts.token(user)).get("/api/v1/me").then().statusCode(200).body("reach.slug", contains("acme"));
        as(adam).body(person).post(CLIENTS + "/acme/people").then().statusCode(422).body("violations[0].field", equalTo("user"));
        as(adam).body(person.replace("requester", "approver").replace("Winter", "Sommer")).put(CLIENTS + "/acme/people/" + user).then().statusCode(200)
                .body("roles", contains("approver")).body("name", equalTo("Nora Sommer"));
        as(adam).body(person.replace("requester", "administrator")).put(CLIENTS + "/acme/people/" + user).then().statusCode(422);
        as(adam).body(person.replace(user, "tess")).post(CLIENTS + "/acme/people").then().statusCode(422);
        as(adam).body(person.replace(user, "milton")).put(CLIENTS + "/acme/people/milton").then().statusCode(404);
        as(adam).body(person).post(CLIENTS + "/initech/people").then().statusCode(404);
        as(tess).body(person).post(CLIENTS + "/acme/people").then().statusCode(403);
        as(tess).body(person).put(CLIENTS + "/acme/people/" + user).then().statusCode(403);
        as(alice).body(person).put(CLIENTS + "/acme/people/alice").then().statusCode(404);
        as(tess).get("/api/v1/me").then().statusCode(200).body("email", equalTo("tess@msp.example"));
    }

    @Test
    void anAssignmentCountsWithinSecondsAndSoDoesItsEnd() {
        SignedIn amy = Cast.amy();
        String token = Cast.token(amy);
        as(olga).delete(CLIENTS + "/initech/assignments/" + amy.user()).then().statusCode(204);
        assertReach(token, 404);
        as(olga).body(ASSIGNMENT).put(CLIENTS + "/initech/assignments/" + amy.user()).then().statusCode(200).body("until", nullValue());
        assertReach(token, 200);
        assertThat(units.inside(Cast.initech().id(), Side.STAFF, olga.person(), () -> trail.last("assignment " + amy.user())).orElseThrow().detail())
                .isEqualTo("for good: covers for tess");
    }

    @Test
    void onlyAdministratorsAssignAndOnlyStaffToClientsWithinReach() {
        as(tess).body(ASSIGNMENT).put(CLIENTS + "/acme/assignments/tess").then().statusCode(403);
        as(Cast.adam()).body(ASSIGNMENT).put(CLIENTS + "/acme/assignments/adam").then().statusCode(404);
        as(olga).body(ASSIGNMENT).put(CLIENTS + "/umbrella/assignments/tess").then().statusCode(404);
        as(olga).body(ASSIGNMENT).put(CLIENTS + "/acme/assignments/milton").then().statusCode(404);
        as(olga).body(ASSIGNMENT).put(CLIENTS + "/acme/assignments/stranger").then().statusCode(404);
        as(olga).delete(CLIENTS + "/acme/assignments/stranger").then().statusCode(404);
        as(olga).body("{}").put(CLIENTS + "/acme/assignments/tess").then().statusCode(422).body("violations[0].field", equalTo("reason"));
        as(olga).body("{\"reason\": \"x\", \"until\": \"2020-01-01T00:00:00Z\"}").put(CLIENTS + "/acme/assignments/tess").then().statusCode(422)
                .body("violations[0].field", equalTo("until"));
    }

    @Test
    void aTokenIsShownOnceAndEndsWhenItIsTaken() {
        Response made = as(tess).body("{\"name\": \"inventory\"}").post("/api/v1/me/tokens");
        made.then().statusCode(201).body("token", startsWith("rh_"));
        assertThat(Instant.parse(made.path("expiresAt"))).isBetween(Instant.now().plus(Duration.ofDays(89)), Instant.now().plus(Duration.ofDays(91)));
        String token = made.path("token");
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200).body("user", equalTo("tess"));
        as(tess).get("/api/v1/me/tokens").then().statusCode(200).body("items.name", hasItem("inventory")).body("items[0]", not(hasKey("token")));
        as(alice).delete("/api/v1/me/tokens/" + made.path("id")).then().statusCode(404);
        as(tess).delete("/api/v1/me/tokens/" + made.path("id")).then().statusCode(204);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
        as(tess).body("{\"name\": \"long\", \"days\": 1000}").post("/api/v1/me/tokens").then().statusCode(422);
    }

    private static void assertReach(String token, int status) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(
                () -> given().auth().oauth2(token).get(CLIENTS + "/initech").then().statusCode(status));
    }

    private static RequestSpecification as(SignedIn person) {
        return given().auth().oauth2(Cast.token(person)).contentType("application/json");
    }
}
