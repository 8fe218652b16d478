package roundhouse.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.Keys;
import roundhouse.LocalParts;
import roundhouse.identity.SignedIn;

/** What was judged stays as it was judged; what should count otherwise is proposed by one person and approved by another. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class RepairTest {

    @Test
    void aHolidayAddedForThePastIsAProposedAdjustmentAndNoSilentChange() {
        PromisedClient client = PromisedClient.found("vandelay", "VAND", "Vandelay Industries");
        String ref = client.told("2025-03-03T08:00:00Z", it -> {
            client.answered(it, "2025-03-03T09:00:00Z");
            client.resolved(it, "2025-03-04T09:00:00Z");
        });
        assertThat(row(march(client, client.amy()))).containsEntry("met", 0).containsEntry("missed", 1);

        client.promises("2025-03-03", "2025-04-01T00:00:00Z");
        assertThat(repair(client, "then").getInt("verdicts")).as("by the terms of that day").isZero();
        JsonPath repair = repair(client, "now");
        assertThat(repair.getInt("verdicts")).isEqualTo(1);
        assertThat(repair.getInt("tickets")).isEqualTo(1);
        Map<String, Object> change = repair.getMap("changes.find { it.kind == 'resolution' }");
        assertThat(change).containsEntry("ref", ref).containsEntry("proposed", false);
        assertThat(repair.getString("changes.find { it.kind == 'resolution' }.was.verdict")).isEqualTo("missed");
        assertThat(repair.getString("changes.find { it.kind == 'resolution' }.becomes.verdict")).isEqualTo("met");
        assertThat(repair.getString("changes.find { it.kind == 'resolution' }.becomes.dueAt")).isEqualTo("2025-03-04T16:00:00Z");
        assertThat(row(march(client, client.amy()))).as("a dry run").containsEntry("met", 0).containsEntry("missed", 1);

        String id = propose(client, client.amy(), Map.of("terms", "now", "reason", "Carnival Monday is a holiday there"), ref);
        assertThat(repair(client, "now").getBoolean("changes.find { it.kind == 'resolution' }.proposed")).isTrue();
        assertThat(adjusted(march(client, client.amy()))).as("nobody approved it").containsEntry("missed", 1);
        decide(client, client.olga(), id, true, null).statusCode(200).body("state", equalTo("approved")).body("decided.user", equalTo("olga.vandelay"));

        JsonPath report = march(client, client.amy());
        assertThat(row(report)).as("strict").containsEntry("met", 0).containsEntry("missed", 1);
        assertThat(adjusted(report)).containsEntry("met", 1).containsEntry("missed", 0);
        assertThat(report.getString("missed[0].adjusted")).isEqualTo("met");
        assertThat(report.getString("missed[0].adjustment")).isEqualTo("Carnival Monday is a holiday there");
        assertThat(trail(client, ref)).contains("resolution: missed to met, proposed", "resolution: missed to met, approved");
        String csv = as(client.amy()).accept("text/csv").queryParams("from", "2025-03-01", "to", "2025-03-31").get(path(client, "/reports/sla")).asString();
        assertThat(csv).contains("resolution,P3,1,0,1,0.0,1,1,0,1.0\r\n");
    }

    @Test
    void aVerdictThatNoStoryExplainsIsFoundByTheTermsOfThatDay() throws SQLException {
        PromisedClient client = PromisedClient.found("pendant", "PEND", "Pendant Publishing");
        String ref = client.told("2025-03-03T08:00:00Z", it -> {
            client.answered(it, "2025-03-03T09:00:00Z");
            client.resolved(it, "2025-03-03T10:00:00Z");
        });
        assertThat(repair(client, "then").getInt("verdicts")).isZero();
        // whoever reads it closes it: after that no timer writes its clocks again
        as(client.amy()).get("/api/v1/tickets/" + ref).then().statusCode(200).body("status", equalTo("closed"));
        behindTheCurtain("update clock set verdict = 'missed', state = 'missed' where kind = 'resolution' and tenant_id = " + client.tenant.id());
        JsonPath repair = repair(client, "then");
        assertThat(repair.getInt("verdicts")).isEqualTo(1);
        assertThat(repair.getString("changes[0].becomes.verdict")).isEqualTo("met");
        propose(client, client.amy(), Map.of("terms", "then", "reason", "Written wrongly"), ref);
    }

    @Test
    void aMissThatTheTimerIsAboutToWriteIsNoDifference() throws SQLException {
        PromisedClient client = PromisedClient.found("sagman", "SAGM", "Sagman Bennett");
        String ref = client.told("2025-03-03T08:00:00Z", it -> client.answered(it, "2025-03-03T09:00:00Z"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(as(client.amy()).get("/api/v1/tickets/" + ref + "/entries").then().statusCode(200)
                .extract().<List<String>>path("items.kind")).contains("breach"));
        behindTheCurtain("update clock set verdict = null, judged_at = null where kind = 'resolution' and tenant_id = " + client.tenant.id());
        assertThat(repair(client, "then").getInt("verdicts")).as("no timer would write it").isEqualTo(1);
        behindTheCurtain("insert into timer select tenant_id, ticket_id, due_at + interval '1 second', 'infinity' from clock where kind = 'resolution' and tenant_id = "
                + client.tenant.id() + " on conflict (tenant_id, ticket_id) do update set due_at = excluded.due_at, claimed_until = 'infinity'");
        assertThat(repair(client, "then").getInt("verdicts")).isZero();
    }

    @Test
    void oneClockIsExcludedByHandAndASecondPersonMustAgree() {
        PromisedClient client = PromisedClient.found("kruger", "KRUG", "Kruger Industrial");
        String ref = client.told("2025-03-03T08:00:00Z", it -> {
            client.answered(it, "2025-03-03T09:00:00Z");
            client.resolved(it, "2025-03-06T09:00:00Z");
        });
        Map<String, Object> outage = Map.of("verdict", "excluded", "reason", "Their own line was down");
        String id = propose(client, client.amy(), outage, ref);
        again(client, client.olga(), outage, ref).statusCode(422).body("violations[0].message", containsString("approved or declined first"));
        decide(client, client.amy(), id, true, null).statusCode(422).body("detail", containsString("somebody else"));
        decide(client, client.olga(), id, false, "").statusCode(422).body("violations.field", hasItem("note"));
        decide(client, client.olga(), id, false, "The line was ours").statusCode(200).body("state", equalTo("declined"));
        decide(client, client.olga(), id, true, null).statusCode(422).body("detail", containsString("declined already"));
        assertThat(adjusted(march(client, client.amy()))).containsEntry("n", 1);

        decide(client, client.amy(), propose(client, client.olga(), outage, ref), true, null).statusCode(200);
        JsonPath report = march(client, client.amy());
        assertThat(row(report)).containsEntry("n", 1).containsEntry("missed", 1);
        assertThat(adjusted(report)).containsEntry("n", 0).containsEntry("missed", 0).containsEntry("compliance", null);
        assertThat(report.getInt("apart.excluded")).isEqualTo(1);
        as(client.amy()).queryParam("state", "declined").get(path(client, "/sla/adjustments")).then().statusCode(200)
                .body("items.size()", equalTo(1)).body("items[0].note", equalTo("The line was ours"));
    }

    @Test
    void whatCannotBeAdjustedIsRefusedByName() {
        PromisedClient client = PromisedClient.found("monks", "MONK", "Monks Diner");
        String ref = client.told("2025-03-03T08:00:00Z", it -> {
            client.resolved(it, "2025-03-03T09:00:00Z");
        });
        again(client, client.amy(), Map.of("verdict", "met", "reason", "It was met"), ref).statusCode(422).body("detail", containsString("nothing to adjust"));
        again(client, client.amy(), Map.of("terms", "now", "reason", "Told anew"), ref).statusCode(422).body("detail", containsString("nothing to adjust"));
        again(client, client.amy(), Map.of("reason", "To nothing"), ref).statusCode(422).body("violations.field", hasItem("verdict"));
        again(client, client.amy(), Map.of("verdict", "excluded"), ref).statusCode(422).body("violations.field", hasItem("reason"));
        again(client, client.amy(), Map.of("verdict", "excluded", "reason", "Of another client"), "ACME-1001").statusCode(422);
        again(client, client.amy(), Map.of("verdict", "excluded", "reason", "No such ticket"), "MONK-9999").statusCode(422);
        as(client.amy()).contentType("application/json").body(Map.of("from", "2025-03-31", "to", "2025-03-01")).post(path(client, "/sla/repairs"))
                .then().statusCode(422).body("violations.field", hasItem("to"));
    }

    @Test
    void reportsAreAdjustedByWhoeverPullsThem() {
        PromisedClient client = PromisedClient.found("putty", "PUTT", "Putty and Sons");
        as(Cast.tess()).contentType("application/json").body(Map.of()).post("/api/v1/clients/acme/sla/repairs").then().statusCode(403);
        as(Cast.alice()).get("/api/v1/clients/acme/sla/adjustments").then().statusCode(404);
        as(Cast.tess()).get(path(client, "/sla/adjustments")).then().statusCode(404);
        decide(client, client.amy(), "no-such-thing", true, null).statusCode(404);
    }

    @Test
    void theDeskProposesAndDecides() {
        PromisedClient client = PromisedClient.found("sanalac", "SANA", "Sanalac");
        String ref = client.told("2025-03-03T08:00:00Z", it -> {
            client.answered(it, "2025-03-03T09:00:00Z");
            client.resolved(it, "2025-03-04T09:00:00Z");
        });
        client.promises("2025-03-03", "2025-04-01T00:00:00Z");
        Map<String, String> amy = Keys.atTheDesk(client.amy());
        String page = "/desk/reports/sanalac/repair";
        given().cookies(amy).queryParams("from", "2025-03-01", "to", "2025-03-31", "terms", "now").get(page).then().statusCode(200)
                .body(containsString(ref), containsString("missed"), containsString("1 verdict"));
        given().cookies(amy).redirects().follow(false).formParams(Map.of("from", "2025-03-01", "to", "2025-03-31", "terms", "now",
                "clock", ref + " resolution 1", "reason", "Holiday")).post("/desk/reports/sanalac/adjustments").then().statusCode(303);
        given().cookies(amy).get(page).then().statusCode(200).body(containsString("Holiday"), containsString("proposed this yourself"));
        String id = as(client.amy()).queryParam("state", "open").get(path(client, "/sla/adjustments")).then().statusCode(200).extract().path("items[0].id");
        Map<String, String> olga = Keys.atTheDesk(client.olga());
        given().cookies(olga).redirects().follow(false).formParam("approved", "true").post("/desk/reports/sanalac/adjustments/" + id + "/decision")
                .then().statusCode(303);
        assertThat(adjusted(march(client, client.amy()))).containsEntry("met", 1);
        given().cookies(amy).formParams(Map.of("ref", "SANA-9", "kind", "resolution", "verdict", "met", "reason", "No such ticket"))
                .post("/desk/reports/sanalac/adjustments").then().statusCode(422).body(containsString("no ticket SANA-9"), containsString("No such ticket"));
        given().cookies(amy).redirects().follow(false).formParams(Map.of("ref", ref, "kind", "first_response", "verdict", "excluded", "reason", "By telephone"))
                .post("/desk/reports/sanalac/adjustments").then().statusCode(303);
    }

    private static JsonPath repair(PromisedClient client, String terms) {
        return as(client.amy()).contentType("application/json").body(Map.of("from", "2025-03-01", "to", "2025-03-31", "terms", terms))
                .post(path(client, "/sla/repairs")).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath march(PromisedClient client, SignedIn person) {
        return as(person).queryParams("from", "2025-03-01", "to", "2025-03-31").get(path(client, "/reports/sla")).then().statusCode(200).extract().jsonPath();
    }

    private static Map<String, Object> row(JsonPath report) {
        return report.getMap("rows.find { it.kind == 'resolution' && it.priority == 'P3' }");
    }

    private static Map<String, Object> adjusted(JsonPath report) {
        return report.getMap("rows.find { it.kind == 'resolution' && it.priority == 'P3' }.adjusted");
    }

    /** @return the id of what was proposed */
    private static String propose(PromisedClient client, SignedIn person, Map<String, Object> what, String ref) {
        return again(client, person, what, ref).statusCode(201).extract().path("items[0].id");
    }

    private static ValidatableResponse again(PromisedClient client, SignedIn person, Map<String, Object> what, String ref) {
        Map<String, Object> body = new HashMap<>(what);
        body.put("clocks", List.of(Map.of("ref", ref, "kind", "resolution")));
        return as(person).contentType("application/json").body(body).post(path(client, "/sla/adjustments")).then();
    }

    private static ValidatableResponse decide(PromisedClient client, SignedIn person, String id, boolean approved, String note) {
        Map<String, Object> body = new HashMap<>(Map.of("approved", approved));
        body.put("note", note);
        return as(person).contentType("application/json").body(body).post(path(client, "/sla/adjustments/" + id + "/decision")).then();
    }

    private static List<String> trail(PromisedClient client, String ref) {
        return as(client.amy()).get("/api/v1/tickets/" + ref + "/entries").then().statusCode(200).extract().jsonPath()
                .getList("items.findAll { it.kind == 'adjustment' }.detail");
    }

    private static String path(PromisedClient client, String rest) {
        return "/api/v1/clients/" + client.tenant.slug() + rest;
    }

    private static RequestSpecification as(SignedIn person) {
        return given().auth().oauth2(Keys.of(person));
    }

    private static void behindTheCurtain(String sql) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
