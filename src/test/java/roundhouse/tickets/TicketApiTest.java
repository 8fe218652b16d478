package roundhouse.tickets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class TicketApiTest {

    @BeforeEach
    void enter() {
        Cast.tess();
        Cast.amy();
        Cast.alice();
        Cast.adam();
        Cast.milton();
        Cast.uma();
    }

    @Test
    void aliceAsksAndGetsHerReference() {
        as("alice").body(Map.of("subject", "No sound", "body", "The loudspeaker is dead")).post("/clients/acme/tickets").then()
                .statusCode(201).header("Location", matchesPattern(".*/api/v1/tickets/ACME-\\d+")).header("ETag", matchesPattern("\"\\d+\""))
                .body("ref", matchesPattern("ACME-\\d+")).body("client", is("acme")).body("status", is("received")).body("requester", is("alice"))
                .body("$", not(org.hamcrest.Matchers.hasKey("tier"))).body("$", not(org.hamcrest.Matchers.hasKey("assignee")));
    }

    @Test
    void tessWorksItToTheEnd() {
        String ref = ask("alice", "acme", "Cannot print");
        as("tess").body(Map.of("assignee", "tess")).put("/tickets/" + ref + "/assignment").then().statusCode(200)
                .body("assignee", is("tess")).body("status", is("open"));
        as("tess").body(Map.of("body", "Which printer?")).post("/tickets/" + ref + "/replies").then().statusCode(200).body("status", is("open"));
        as("tess").body(Map.of("reason", "client")).post("/tickets/" + ref + "/hold").then().statusCode(200).body("status", is("pending"));
        as("alice").get("/tickets/" + ref).then().statusCode(200).body("status", is("waiting_for_you"));
        as("alice").body(Map.of("body", "The one in hall 2")).post("/tickets/" + ref + "/replies").then().statusCode(200).body("status", is("working"));
        as("tess").body(Map.of("summary", "Cleared the queue", "code", "fixed")).post("/tickets/" + ref + "/resolution").then().statusCode(200)
                .body("status", is("resolved"));
        as("alice").body(Map.of("reason", "Again")).delete("/tickets/" + ref + "/resolution").then().statusCode(200).body("status", is("working"));
    }

    @Test
    void theConversationShowsClientsWhatIsPublicOnly() {
        String ref = ask("alice", "acme", "Keyboard");
        as("tess").body(Map.of("body", "MARKER-INTERNAL")).post("/tickets/" + ref + "/notes").then().statusCode(200);
        as("tess").get("/tickets/" + ref + "/entries").then().statusCode(200).body("items.kind", contains("message", "note"))
                .body("items[0].by.user", is("alice")).body("items[0].public", is(true)).body("items[0].html", is("<p>Please</p>\n"));
        String seen = as("alice").get("/tickets/" + ref + "/entries").then().statusCode(200).body("items.kind", contains("message")).extract().asString();
        assertThat(seen).doesNotContain("MARKER-INTERNAL");
    }

    @Test
    void whatIsNotYoursToReadIsNotThere() {
        String ofUmbrella = ask("uma.umbrella", "umbrella", "Secret");
        List.of("tess", "alice", "milton", "amy").forEach(user -> {
            as(user).get("/tickets/" + ofUmbrella).then().statusCode(404);
            as(user).body(Map.of("body", "x")).post("/tickets/" + ofUmbrella + "/notes").then().statusCode(404);
            as(user).get("/tickets/UMB-999999").then().statusCode(404);
        });
        as("adam").get("/tickets/" + ask("alice", "acme", "Of my company")).then().statusCode(200);
        as("tess").body(Map.of("subject", "x", "body", "x", "requester", "alice")).post("/clients/umbrella/tickets").then().statusCode(404);
        as("tess").get("/queue?client=umbrella").then().statusCode(404);
    }

    @Test
    void whatYouMayReadButNotDoIsForbidden() {
        String ref = ask("alice", "acme", "Mine");
        as("alice").body(Map.of("body", "x")).post("/tickets/" + ref + "/notes").then().statusCode(403);
        as("amy").get("/tickets/" + ref).then().statusCode(200);
        as("amy").body(Map.of("body", "x")).post("/tickets/" + ref + "/replies").then().statusCode(403);
        as("alice").get("/queue").then().statusCode(403);
    }

    @Test
    void withoutATokenThereIsNothing() {
        given().get("/api/v1/queue").then().statusCode(401);
        given().header("Authorization", "Bearer rh_invented").get("/api/v1/queue").then().statusCode(401);
    }

    @Test
    void theQueueIsPagedByCursor() {
        IntStream.range(0, 5).forEach(number -> ask("alice", "acme", "Page me " + number));
        var first = as("tess").get("/queue?q=Page me&limit=3&client=acme&sort=updated").then().statusCode(200).extract().jsonPath();
        assertThat(first.getList("items")).hasSize(3);
        var second = as("tess").get("/queue?q=Page me&limit=3&client=acme&sort=updated&cursor=" + first.getString("next")).then().statusCode(200)
                .extract().jsonPath();
        assertThat(second.getList("items.ref")).doesNotContainAnyElementsOf(first.getList("items.ref")).isNotEmpty();
        as("tess").get("/queue?limit=0").then().statusCode(422).body("violations.field", hasItem("limit"));
        as("tess").get("/queue?cursor=nonsense").then().statusCode(422);
    }

    @Test
    void theQueueFilters() {
        String ref = ask("alice", "acme", "Filter me");
        as("tess").body(Map.of("assignee", "tess")).put("/tickets/" + ref + "/assignment");
        as("tess").get("/queue?assignee=me&limit=200").then().statusCode(200).body("items.ref", hasItem(ref)).body("items.assignee", everyItem(is("tess")));
        as("tess").get("/queue?assignee=none&limit=200").then().statusCode(200).body("items.ref", not(hasItem(ref))).body("items.assignee", everyItem(nullValue()));
        as("tess").get("/queue?status=open&priority=P3&tier=1&limit=200").then().statusCode(200).body("items.ref", hasItem(ref));
        as("tess").get("/queue?status=nonsense").then().statusCode(422).body("violations[0].field", is("status"));
    }

    @Test
    void oneKeyMakesOneTicketHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("subject", "Once " + key, "body", "Please");
        List<String> refs = IntStream.range(0, 20).parallel()
                .mapToObj(number -> as("alice").header("Idempotency-Key", key).body(body).post("/clients/acme/tickets").then().statusCode(201)
                        .extract().<String>path("ref")).distinct().toList();
        assertThat(refs).hasSize(1);
        as("alice").header("Idempotency-Key", key).body(Map.of("subject", "Other", "body", "Please")).post("/clients/acme/tickets").then().statusCode(422);
    }

    @Test
    void aStaleVersionIsToldWhatHappened() {
        String ref = ask("alice", "acme", "Two at once");
        String tag = as("tess").get("/tickets/" + ref).then().extract().header("ETag");
        as("tess").header("If-Match", tag).body(Map.of("body", "First")).post("/tickets/" + ref + "/notes").then().statusCode(200);
        as("tess").header("If-Match", tag).body(Map.of("body", "Second")).post("/tickets/" + ref + "/notes").then().statusCode(412)
                .contentType("application/problem+json").body("detail", org.hamcrest.Matchers.containsString("First"));
    }

    @Test
    void mistakesAreNamedByField() {
        as("alice").body(Map.of("subject", " ")).post("/clients/acme/tickets").then().statusCode(422).contentType("application/problem+json")
                .body("status", equalTo(422)).body("violations.field", contains("body", "subject"));
        as("alice").body(Map.of("subject", "x", "body", "x", "category", "nonsense")).post("/clients/acme/tickets").then().statusCode(422)
                .body("violations[0].field", is("category"));
        as("alice").body("{\"subject\": ").post("/clients/acme/tickets").then().statusCode(400);
    }

    @Test
    void clocksStandBesideTheTicket() {
        String ref = ask("alice", "acme", "Tick");
        as("tess").get("/tickets/" + ref + "/clocks").then().statusCode(200).body("clocks.kind", contains("own", "first_response", "resolution"));
        as("alice").get("/tickets/" + ref + "/clocks").then().statusCode(403);
    }

    private static String ask(String user, String slug, String subject) {
        return as(user).body(Map.of("subject", subject, "body", "Please")).post("/clients/" + slug + "/tickets").then().statusCode(201).extract().path("ref");
    }

    private static RequestSpecification as(String user) {
        return given().basePath("/api/v1").contentType("application/json").header("Authorization", "Bearer " + LocalParts.token(user));
    }
}
