package roundhouse.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.Keys;
import roundhouse.LocalParts;
import roundhouse.identity.SignedIn;

/** What was put before the client stands for good; what becomes otherwise afterwards is a correction in a later period. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class LockedPeriodTest {

    @Inject
    ObjectMapper json;

    @Test
    void aRequestThatIsOpenedAgainAfterTheLockStaysMetThereAndIsACorrectionLater() throws JsonProcessingException {
        PromisedClient client = PromisedClient.found("play-now", "PLAY", "Play Now");
        AtomicReference<String> asked = new AtomicReference<>();
        AtomicReference<SlaReport> given = new AtomicReference<>();
        client.tell(() -> {
            asked.set(client.asked("2025-03-27T09:00:00Z"));
            client.answered(asked.get(), "2025-03-27T10:00:00Z");
            client.resolved(asked.get(), "2025-03-28T08:30:00Z");
            given.set(client.locked("2025-03-01", "2025-03-31", "2025-04-01T08:00:00Z"));
            client.reopened(asked.get(), "2025-04-02T08:00:00Z");
            client.resolved(asked.get(), "2025-04-03T08:00:00Z");
        });
        String ref = asked.get();

        JsonPath march = report(client, "2025-03-01", "2025-03-31");
        assertThat(march.getMap("$")).as("the same, whatever came").isEqualTo(JsonPath.from(json.writeValueAsString(given.get())).getMap("$"));
        assertThat(march.getString("locked.by")).isEqualTo("Amy Clarke");
        assertThat(resolution(march)).containsEntry("met", 1).containsEntry("missed", 0);

        JsonPath april = report(client, "2025-04-01", "2025-04-30");
        assertThat(resolution(april)).as("it counts once").containsEntry("n", 0);
        assertThat(april.getList("missed")).isEmpty();
        assertThat(april.getMap("corrections[0]")).containsEntry("ref", ref).containsEntry("kind", "resolution").containsEntry("from", "2025-03-01")
                .containsEntry("was", "met").containsEntry("becomes", "missed").containsEntry("at", "2025-04-02T08:30:00Z");
        assertThat(april.getString("corrections[0].reason")).contains("opened again");

        JsonPath quarter = report(client, "2025-03-01", "2025-05-31");
        assertThat(resolution(quarter)).as("March as it was given, and what came after").containsEntry("met", 1).containsEntry("missed", 0);
        assertThat(quarter.getList("corrections")).hasSize(1);
        assertThat(report(client, "2025-05-01", "2025-05-31").getList("corrections")).isEmpty();
    }

    @Test
    void anAdjustmentApprovedAfterTheLockIsACorrectionOfTheDayOnWhichItWasApproved() {
        PromisedClient client = PromisedClient.found("tyler", "TYLE", "Tyler Chicken");
        String ref = client.told("2025-03-03T08:00:00Z", it -> {
            client.answered(it, "2025-03-03T09:00:00Z");
            client.resolved(it, "2025-03-06T09:00:00Z");
        });
        JsonPath given = as(client.amy()).contentType("application/json").body(Map.of("from", "2025-03-01", "to", "2025-03-31"))
                .post(path(client) + "/reports/sla/locks").then().statusCode(201).header("Location", containsString("from=2025-03-01")).extract().jsonPath();
        String id = as(client.olga()).contentType("application/json").body(Map.of("verdict", "excluded", "reason", "Their own line was down",
                "clocks", List.of(Map.of("ref", ref, "kind", "resolution")))).post(path(client) + "/sla/adjustments").then().statusCode(201).extract().path("items[0].id");
        as(client.amy()).contentType("application/json").body(Map.of("approved", true)).post(path(client) + "/sla/adjustments/" + id + "/decision")
                .then().statusCode(200);

        JsonPath march = report(client, "2025-03-01", "2025-03-31");
        assertThat(march.getMap("$")).isEqualTo(given.getMap("$"));
        assertThat(march.getInt("rows.find { it.kind == 'resolution' && it.priority == 'P3' }.adjusted.missed")).isEqualTo(1);
        String today = LocalDate.now(client.tenant.zone()).toString();
        JsonPath now = report(client, today, today);
        assertThat(now.getMap("corrections[0]")).containsEntry("ref", ref).containsEntry("was", "missed").containsEntry("becomes", "excluded")
                .containsEntry("reason", "Their own line was down").containsEntry("to", "2025-03-31");
        assertThat(now.getInt("apart.excluded")).isZero();
        JsonPath both = report(client, "2025-02-01", today);
        assertThat(resolution(both)).containsEntry("missed", 1);
        assertThat(both.getList("missed")).hasSize(1);
    }

    @Test
    void anAdjustmentApprovedBeforeTheLockIsInTheFiguresThatWereGiven() {
        PromisedClient client = PromisedClient.found("pilot", "PILO", "Pilot");
        String ref = client.told("2025-03-03T08:00:00Z", it -> {
            client.resolved(it, "2025-03-06T09:00:00Z");
        });
        String id = as(client.olga()).contentType("application/json").body(Map.of("verdict", "met", "reason", "Solved by telephone on Monday",
                "clocks", List.of(Map.of("ref", ref, "kind", "resolution")))).post(path(client) + "/sla/adjustments").then().statusCode(201).extract().path("items[0].id");
        as(client.amy()).contentType("application/json").body(Map.of("approved", true)).post(path(client) + "/sla/adjustments/" + id + "/decision")
                .then().statusCode(200);
        lock(client, client.amy(), "2025-03-01", "2025-03-31").statusCode(201);
        JsonPath quarter = report(client, "2025-01-01", "2025-03-31");
        assertThat(resolution(quarter)).containsEntry("missed", 1);
        assertThat(quarter.getInt("rows.find { it.kind == 'resolution' && it.priority == 'P3' }.adjusted.met")).isEqualTo(1);
        assertThat(quarter.getList("corrections")).isEmpty();
    }

    @Test
    void aPeriodIsLockedOnceAndOnlyWhenItIsOver() {
        PromisedClient client = PromisedClient.found("newman", "NEWM", "Newman Post");
        lock(client, client.amy(), "2025-03-01", "2025-03-31").statusCode(201).body("locked.by", equalTo("Amy Clarke"));
        lock(client, client.amy(), "2025-03-01", "2025-03-31").statusCode(422).body("detail", containsString("locked already, by Amy Clarke"));
        lock(client, client.amy(), "2025-03-31", "2025-04-30").statusCode(422).body("violations.field", hasItem("from"));
        LocalDate today = LocalDate.now(client.tenant.zone());
        lock(client, client.amy(), today.toString(), today.toString()).statusCode(422).body("detail", containsString("not over"));
        lock(client, client.amy(), "", "2025-04-30").statusCode(422).body("violations.field", hasItem("from"));
        as(client.amy()).get(path(client) + "/reports/sla/locks").then().statusCode(200).body("items.size()", equalTo(1))
                .body("items[0].from", equalTo("2025-03-01")).body("items[0].lockedBy", equalTo("Amy Clarke"));
        Cast.tess();
        as(Cast.tess()).contentType("application/json").body(Map.of("from", "2025-03-01", "to", "2025-03-31"))
                .post("/api/v1/clients/acme/reports/sla/locks").then().statusCode(403);
    }

    @Test
    void theDeskLocksAndShowsIt() {
        PromisedClient client = PromisedClient.found("poppies", "POPP", "Poppie's");
        Map<String, String> amy = Keys.atTheDesk(client.amy());
        given().cookies(amy).queryParams("from", "2025-03-01", "to", "2025-03-31").get("/desk/reports/poppies").then().statusCode(200)
                .body(containsString("Lock this period"));
        given().cookies(amy).redirects().follow(false).formParams("from", "2025-03-01", "to", "2025-03-31").post("/desk/reports/poppies/locks")
                .then().statusCode(303);
        given().cookies(amy).queryParams("from", "2025-03-01", "to", "2025-03-31").get("/desk/reports/poppies").then().statusCode(200)
                .body(containsString("Locked"), containsString("Amy Clarke"));
    }

    private static ValidatableResponse lock(PromisedClient client, SignedIn person, String from, String to) {
        return as(person).contentType("application/json").body(Map.of("from", from, "to", to)).post(path(client) + "/reports/sla/locks").then();
    }

    private static JsonPath report(PromisedClient client, String from, String to) {
        return as(client.amy()).queryParams("from", from, "to", to).get(path(client) + "/reports/sla").then().statusCode(200).extract().jsonPath();
    }

    private static Map<String, Object> resolution(JsonPath report) {
        return report.getMap("rows.find { it.kind == 'resolution' && it.priority == 'P3' }");
    }

    private static String path(PromisedClient client) {
        return "/api/v1/clients/" + client.tenant.slug();
    }

    private static RequestSpecification as(SignedIn person) {
        return given().auth().oauth2(Keys.of(person));
    }
}
