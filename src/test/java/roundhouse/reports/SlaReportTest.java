package roundhouse.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.Keys;
import roundhouse.LocalParts;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Submission;
import roundhouse.tickets.Tickets;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class SlaReportTest {

    private static final String ACME = "/api/v1/clients/acme/reports/sla";

    @Inject
    Tickets tickets;
    @Inject
    Units units;
    @Inject
    DatabaseTime time;
    private Tenant acme;

    @BeforeEach
    void clear() throws SQLException {
        acme = Cast.acme();
        behindTheCurtain("delete from clock where coalesce(judged_at, due_at) < '2022-01-01' and tenant_id = " + acme.id());
    }

    @Test
    void complianceIsMetOfMetAndMissedByKindAndPriority() throws SQLException {
        clock("resolution", "P2", "met", "met", "2021-03-01T09:00Z", "2021-03-01T08:00Z", null, null);
        clock("resolution", "P2", "met", "met", "2021-03-02T09:00Z", "2021-03-02T08:00Z", null, null);
        clock("resolution", "P2", "missed", "missed", "2021-03-03T09:00Z", "2021-03-03T09:00Z", 3_600L, 5_400L);
        clock("first_response", "P1", "superseded", null, null, null, null, null);
        JsonPath report = amy().queryParams("from", "2021-03-01", "to", "2021-03-31").get(ACME).then().statusCode(200).extract().jsonPath();
        assertThat(report.getString("client")).isEqualTo("acme");
        assertThat(report.getString("zone")).isEqualTo("Europe/Berlin");
        Map<String, Object> row = report.getMap("rows.find { it.kind == 'resolution' && it.priority == 'P2' }");
        assertThat(row).containsEntry("n", 3).containsEntry("met", 2).containsEntry("missed", 1);
        assertThat(((Number) row.get("compliance")).doubleValue()).isCloseTo(0.6667, within(0.00001));
        assertThat(report.getInt("missed[0].overBusinessSeconds")).isEqualTo(1_800);
        assertThat(report.getString("missed[0].dueAt")).isEqualTo("2021-03-03T09:00:00Z");
        assertThat(report.getString("missed[0].ref")).startsWith("ACME-");
        assertThat(report.getString("missed[0].reason")).isNull();
    }

    @Test
    void whereNothingWasJudgedThereIsNoNumber() {
        amy().queryParams("from", "2001-01-01", "to", "2001-01-31").get(ACME).then().statusCode(200)
                .body("rows.size()", equalTo(8)).body("rows[0].kind", equalTo("first_response")).body("rows[0].n", equalTo(0))
                .body("rows[0].compliance", nullValue()).body("apart.excluded", equalTo(0)).body("missed.size()", equalTo(0));
    }

    @Test
    void theDaysAreThoseOfTheClientAndTheLastIsIncluded() throws SQLException {
        clock("resolution", "P3", "met", "met", "2021-06-30T21:59:59Z", "2021-06-30T21:59:59Z", null, null);
        clock("resolution", "P3", "met", "met", "2021-06-30T22:00:00Z", "2021-06-30T22:00:00Z", null, null);
        assertThat(judged("2021-06-30", "2021-06-30")).isEqualTo(1);
        assertThat(judged("2021-07-01", "2021-07-01")).isEqualTo(1);
    }

    @Test
    void whatIsOpenAndOverdueCountsAsMissedEvenBeforeATimerSaidSo() throws SQLException {
        clock("first_response", "P4", "running", null, "2021-09-01T09:00Z", null, 3_600L, 0L);
        JsonPath report = amy().queryParams("from", "2021-09-01", "to", "2021-09-01").get(ACME).then().statusCode(200).extract().jsonPath();
        assertThat(report.getMap("rows.find { it.kind == 'first_response' && it.priority == 'P4' }")).containsEntry("missed", 1);
    }

    @Test
    void aPriorityLoweredAfterAWarningIsListedWithItsReason() {
        PromisedClient client = PromisedClient.found("kramerica", "KRAM", "Kramerica");
        String warned = client.told("2025-03-03T08:00:00Z", it -> {
            client.answered(it, "2025-03-03T09:00:00Z");
            client.lowered(it, "2025-03-03T13:00:00.250Z", "Only one of four lifts");
        });
        String early = client.told("2025-03-03T08:00:00Z", it -> {
            client.answered(it, "2025-03-03T09:00:00Z");
            client.lowered(it, "2025-03-03T09:30:00Z", null);
        });
        JsonPath report = signedIn(client.amy()).queryParams("from", "2025-03-01", "to", "2025-03-31")
                .get("/api/v1/clients/kramerica/reports/sla").then().statusCode(200).extract().jsonPath();
        assertThat(report.getList("lowered")).hasSize(1);
        assertThat(report.getMap("lowered[0]")).containsEntry("ref", warned).containsEntry("change", "P3 to P4").containsEntry("by", "Tess Lindqvist")
                .containsEntry("reason", "Only one of four lifts");
        assertThat(report.getInt("apart.superseded")).isEqualTo(2);
    }

    @Test
    void aMisroutedTicketIsNoneOfTheClients() throws SQLException {
        PromisedClient client = PromisedClient.found("leapfrog", "LEAP", "Leapfrog");
        client.told("2025-03-03T08:00:00Z", it -> client.answered(it, "2025-03-03T09:00:00Z"));
        String misrouted = client.told("2025-03-03T08:00:00Z", it -> {
            client.answered(it, "2025-03-05T09:00:00Z");
        });
        assertThat(firstResponses(client)).containsEntry("met", 1).containsEntry("missed", 1);
        behindTheCurtain("insert into happening (tenant_id, ticket_id, place, at, type, reason) select tenant_id, id, 99, now(), 'cancel', 'misrouted' from ticket"
                + " where tenant_id = " + client.tenant.id() + " and number = " + misrouted.replace("LEAP-", ""));
        assertThat(firstResponses(client)).containsEntry("met", 1).containsEntry("missed", 0);
    }

    private static Map<String, Object> firstResponses(PromisedClient client) {
        JsonPath report = signedIn(client.amy()).queryParams("from", "2025-03-01", "to", "2025-03-31")
                .get("/api/v1/clients/" + client.tenant.slug() + "/reports/sla").then().statusCode(200).extract().jsonPath();
        Map<String, Object> row = report.getMap("rows.find { it.kind == 'first_response' && it.priority == 'P3' }");
        assertThat(report.getList("missed.findAll { it.kind == 'first_response' }")).hasSize((int) row.get("missed"));
        return row;
    }

    @Test
    void aSpreadsheetGetsTheRowsAsText() throws SQLException {
        clock("resolution", "P1", "met", "met", "2021-04-01T09:00Z", "2021-04-01T08:00Z", null, null);
        String csv = amy().accept("text/csv").queryParams("from", "2021-04-01", "to", "2021-04-30").get(ACME).then().statusCode(200)
                .header("Content-Type", containsString("text/csv")).header("Content-Disposition", containsString("sla-acme-2021-04-01-2021-04-30.csv"))
                .extract().asString();
        assertThat(csv).startsWith("kind,priority,n,met,missed,compliance,adjusted_n,adjusted_met,adjusted_missed,adjusted_compliance\r\n")
                .contains("resolution,P1,1,1,0,1.0,1,1,0,1.0\r\n").contains("resolution,P2,0,0,0,,0,0,0,\r\n");
    }

    @Test
    void noCellIsTakenForAFormula() {
        assertThat(Csv.line("=1+1", "+a", "-a", "@a", "\ta", "a,\"b\"", -1, null)).isEqualTo("'=1+1,'+a,'-a,'@a,'\ta,\"a,\"\"b\"\"\",-1,\r\n");
    }

    @Test
    void reportsAreForAccountManagersOfThatClient() {
        signedIn(Cast.tess()).get(ACME).then().statusCode(403);
        signedIn(Cast.alice()).get(ACME).then().statusCode(404);
        Cast.umbrella();
        amy().get("/api/v1/clients/umbrella/reports/sla").then().statusCode(404);
        amy().get("/api/v1/clients/nobody/reports/sla").then().statusCode(404);
        given().get(ACME).then().statusCode(401);
    }

    @Test
    void badDaysAreRefusedByName() {
        amy().queryParams("from", "2026-02-30", "to", "2026-03-01").get(ACME).then().statusCode(422).body("violations.field", hasItem("from"));
        amy().queryParams("from", "2026-03-02", "to", "2026-03-01").get(ACME).then().statusCode(422).body("violations.field", hasItem("to"));
        amy().queryParams("from", "2026-03-02").get(ACME).then().statusCode(422).body("violations.field", hasItem("to"));
        atTheDesk(Cast.amy()).queryParams("from", "2026-03-02", "to", "2026-03-01").get("/desk/reports/acme").then().statusCode(422)
                .body(containsString("before it begins: give a later day"), containsString("value=\"2026-03-02\""));
    }

    @Test
    void thePageShowsFiguresTableAndMisses() throws SQLException {
        clock("resolution", "P2", "missed", "missed", "2021-05-03T09:00Z", "2021-05-03T09:00Z", 3_600L, 5_400L);
        atTheDesk(Cast.amy()).queryParams("from", "2021-05-01", "to", "2021-05-31").get("/desk/reports/acme").then().statusCode(200)
                .body(containsString("ACME Tools: SLA report"), containsString("1 May 2021 to 31 May 2021"), containsString("0 of 1 met"),
                        containsString("30 min"), containsString("none judged"));
        atTheDesk(Cast.amy()).get("/desk/reports").then().statusCode(200).body(containsString("ACME Tools"), containsString("Initech"));
        atTheDesk(Cast.amy()).redirects().follow(false).queryParam("client", "acme").get("/desk/reports").then().statusCode(303);
        atTheDesk(Cast.tess()).get("/desk/reports").then().statusCode(403).body(containsString("ask an administrator"), containsString("Go to the start page"));
    }

    private int judged(String from, String to) {
        return amy().queryParams("from", from, "to", to).get(ACME).then().statusCode(200).extract()
                .path("rows.find { it.kind == 'resolution' && it.priority == 'P3' }.n");
    }

    private static RequestSpecification amy() {
        return signedIn(Cast.amy());
    }

    private static RequestSpecification atTheDesk(SignedIn person) {
        return given().cookies(Keys.atTheDesk(person));
    }

    private static RequestSpecification signedIn(SignedIn person) {
        return given().auth().oauth2(Keys.of(person));
    }

    /** What the engine says is proven elsewhere: here stand its words of a past that no verb could tell any more. */
    private void clock(String kind, String priority, String state, String verdict, String due, String judged, Long budget, Long consumed)
            throws SQLException {
        SignedIn alice = Cast.alice();
        By by = alice.by(time.now(), Channel.IMPORT);
        var ticket = units.inside(acme.id(), alice.side(), alice.person(), () -> tickets.submit(
                new Submission("Counted", "Counted", Priority.P3, null, null, null, null), by).id());
        behindTheCurtain("""
                insert into clock (tenant_id, id, version, ticket_id, place, kind, instance, priority, promised, state, verdict, started_at, stopped_at, due_at,
                  judged_at, budget, consumed)
                values (%d, gen_random_uuid(), 0, '%s', 99, '%s', 1, '%s', true, '%s', %s, '2020-01-01', %s, %s, %s, %s, %s)""".formatted(acme.id(), ticket,
                kind, priority, state, text(verdict), text(state.equals("running") ? null : judged), text(due), text(judged), budget, consumed));
    }

    private static String text(String value) {
        return value == null ? "null" : "'" + value + "'";
    }

    private static void behindTheCurtain(String sql) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
