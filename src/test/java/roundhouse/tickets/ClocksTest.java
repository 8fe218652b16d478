package roundhouse.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** What is stored of clocks: verdicts are facts, warnings are given once, and a broken promise asks for its cause. */
@QuarkusTest
class ClocksTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Tenants tenants;
    @Inject
    Units units;
    @Inject
    Tickets tickets;
    @Inject
    TimeZoneRules rules;

    private Kestrel kestrel;

    @BeforeEach
    void enter() {
        kestrel = new Kestrel(tenants);
        kestrel.promise(Map.of("P3", "4h"));
    }

    // What was asked in the past knows the promises as they stood at first; they are edited after it, and time wakes it

    @Test
    void aVerdictStaysWhenTheStoryWouldBeToldOtherwise() throws SQLException {
        kestrel.promise(Map.of("P3", "4h"));
        String ref = kestrel.ask();
        resolve(ref);
        assertThat(kestrel.clocks(ref).getString(resolution("verdict"))).isEqualTo("met");
        behindTheCurtain("update clock set verdict = 'missed', state = 'missed', due_at = stopped_at - interval '1 second'" + ofResolution(ref));
        assertThat(kestrel.clocks(ref).getString(resolution("verdict"))).isEqualTo("missed");
        note(ref);
        assertThat(kestrel.clocks(ref).getString(resolution("state"))).as("also after the ticket was touched").isEqualTo("missed");
        assertThat(told(ref, "breach")).as("nothing was broken just now").isEmpty();
    }

    @Test
    void aMetPromiseIsWithdrawnByReopeningAlone() throws SQLException {
        kestrel.promise(Map.of("P3", "4h"));
        String ref = kestrel.ask();
        resolve(ref);
        kestrel.staff().body(Map.of("reason", "It is dark again")).delete("/tickets/" + ref + "/resolution").then().statusCode(200);
        assertThat(kestrel.clocks(ref).getString(resolution("verdict"))).isNull();
        assertThat(kestrel.clocks(ref).getString(resolution("state"))).isEqualTo("running");
    }

    @Test
    void aPromiseThatComesNearIsToldOnceToWhoeverItIsUpTo() {
        String ref = kestrel.asked(Duration.ofHours(3), units, tickets);
        kestrel.promise(Map.of("P3", "4h"), List.of("50%", "15m"));
        await().atMost(SOON).untilAsserted(() -> assertThat(isWarnedByTimer(ref)).as("before anybody looks").isTrue());
        assertThat(told(ref, "warning")).hasSize(1);
        assertThat(told(ref, "warning").get(0)).isEqualTo("resolution: 50% used, due " + kestrel.clocks(ref).getString(resolution("dueAt")));
        note(ref);
        note(ref);
        assertThat(told(ref, "warning")).as("once for a clock").hasSize(1);
        assertThat(kestrel.asKate().get("/tickets/" + ref + "/entries").then().statusCode(200).extract().<List<String>>path("items.kind")).doesNotContain("warning");
        assertThat(letters(ref)).as("nobody has it and its tier has nobody: the administrator hears of it").containsExactly(kestrel.ann.email());
        SignIn.at("localhost", kestrel.ann).request().header("HX-Request", "true").get("/desk/warnings").then().statusCode(200).body(containsString(ref));
    }

    /** Ticket, queue and timer say the same of what lies ahead. */
    private static boolean isWarnedByTimer(String ref) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.prepareStatement("""
                select q.warned is not null and t.due_at = q.due_at and t.due_kind = q.due_kind and t.attention_at = r.due_at from ticket t join tenant n using (tenant_id)
                join queue q on q.tenant_id = t.tenant_id and q.ticket_id = t.id join timer r on r.tenant_id = t.tenant_id and r.ticket_id = t.id
                where n.prefix || '-' || t.number = ?""")) {
            statement.setString(1, ref);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Test
    void whoeverHasTheTicketSeesTheWarningOnAnyOpenPageOfTheDesk() {
        String ref = kestrel.asked(Duration.ofHours(3), units, tickets);
        kestrel.staff().body(Map.of("assignee", kestrel.ann.user())).put("/tickets/" + ref + "/assignment").then().statusCode(200);
        kestrel.promise(Map.of("P3", "4h"), List.of("50%"));
        await().atMost(SOON).untilAsserted(() -> assertThat(told(ref, "warning")).hasSize(1));
        SignIn ann = SignIn.at("localhost", kestrel.ann);
        ann.request().header("HX-Request", "true").get("/desk/warnings").then().statusCode(200).body(containsString(ref)).body(containsString("resolution: 50% used"))
                .body(not(containsString("<html")));
        ann.request().get("/desk/warnings").then().statusCode(200).body(containsString(ref)).body(containsString("<html"));
        SignIn.at("localhost", Cast.tess()).request().header("HX-Request", "true").get("/desk/warnings").then().statusCode(200).body(not(containsString(ref)));
    }

    @Test
    void aWarningIsArmedAgainOnlyWhenThePromiseIsDueLater() {
        String ref = kestrel.asked(Duration.ofHours(3), units, tickets);
        kestrel.promise(Map.of("P3", "4h"), List.of("50%"));
        await().atMost(SOON).untilAsserted(() -> assertThat(told(ref, "warning")).hasSize(1));
        kestrel.staff().body(Map.of("reason", "vendor")).post("/tickets/" + ref + "/hold").then().statusCode(200);
        kestrel.staff().delete("/tickets/" + ref + "/hold").then().statusCode(200);
        note(ref);
        assertThat(told(ref, "warning")).as("a hold that does not pause moves nothing").hasSize(1);
        kestrel.staff().body(Map.of("reason", "client", "question", "Which lamp?")).post("/tickets/" + ref + "/hold").then().statusCode(200);
        awaitSeconds(2);
        kestrel.asKate().body(Map.of("body", "The left one")).post("/tickets/" + ref + "/replies").then().statusCode(200);
        note(ref);
        assertThat(told(ref, "warning")).as("it is due later now").hasSize(2);
    }

    @Test
    void ofSeveralWarningsThatComeAtOnceTheNearestSpeaks() {
        String ref = kestrel.asked(Duration.ofMinutes(4 * 60 - 5), units, tickets);
        kestrel.promise(Map.of("P3", "4h"), List.of("50%", "80%", "15m"));
        await().atMost(SOON).untilAsserted(() -> assertThat(told(ref, "warning")).hasSize(1));
        assertThat(told(ref, "warning").get(0)).startsWith("resolution: 15 min before, due ");
    }

    @Test
    void aBrokenPromiseAsksForItsCauseUntilSomebodySaysIt() {
        String ref = broken(kestrel.neighbour(), List.of("50%"));
        assertThat(told(ref, "warning")).as("what is broken is not warned of").isEmpty();
        String page = "/desk/tickets/" + ref;
        SignIn.at("localhost", kestrel.ann).request().get(page).then().statusCode(200).body(containsString("Why was the resolution missed?"));
        cause(ref, "resolution", 1, "weather").statusCode(422).body("violations[0].message", containsString("capacity"));
        cause(ref, "vendor", 1, "capacity").statusCode(404);
        cause(ref, "first_response", 1, "capacity").statusCode(422).body("detail", containsString("was not missed"));
        cause(ref, "resolution", 1, "capacity").statusCode(200);
        SignIn.at("localhost", kestrel.ann).request().get(page).then().statusCode(200).body(not(containsString("Why was the resolution missed?")))
                .body(containsString("nobody had time"));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(kestrel.staff().get("/clients/lapwing/reports/sla?from=" + LocalDate.now(ZoneOffset.UTC).minusDays(1) + "&to=" + today).then().statusCode(200).extract()
                .<String>path("missed.find { it.ref == '" + ref + "' && it.kind == 'resolution' }.reason")).isEqualTo("capacity");
    }

    @Test
    void aBrokenPromiseStaysBrokenWhereNothingIsPromisedAnyMore() {
        Kestrel lapwing = kestrel.neighbour();
        String ref = broken(lapwing, List.of());
        lapwing.promise(Map.of("P2", "1h"));
        lapwing.staff().body(Map.of("body", "A fuse")).post("/tickets/" + ref + "/replies").then().statusCode(200);
        SignIn.at("localhost", lapwing.ann).request().get("/desk/tickets/" + ref).then().statusCode(200);
        lapwing.staff().body(Map.of("summary", "Changed it", "code", "fixed")).post("/tickets/" + ref + "/resolution").then().statusCode(200);
        JsonPath clocks = lapwing.clocks(ref);
        assertThat(clocks.getString(resolution("state"))).isEqualTo("missed");
        assertThat(clocks.getString(resolution("verdict"))).isEqualTo("missed");
        assertThat(clocks.getInt(resolution("targetSeconds"))).isEqualTo(3_600);
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        lapwing.staff().get("/clients/lapwing/reports/sla?from=" + LocalDate.now(ZoneOffset.UTC).minusDays(1) + "&to=" + today).then().statusCode(200)
                .body("missed.findAll { it.ref == '" + ref + "' }.kind", hasItem("resolution"));
    }

    @Test
    void otherRulesOfTimeZonesMoveWhatIsOpenAndAreTold() throws SQLException {
        kestrel.promise(Map.of("P3", "4h"));
        String ref = kestrel.ask();
        rules.keepUp();
        Instant due = Instant.parse(kestrel.clocks(ref).getString(resolution("dueAt")));
        behindTheCurtain("update clock set due_at = due_at + interval '1 hour'" + ofResolution(ref));
        rules.keepUp();
        awaitSeconds(3);
        assertThat(told(ref, "due")).as("the rules are those that were known").isEmpty();
        behindTheCurtain("update time_zone_rules set version = '2001a' where tenant_id = " + kestrel.tenant());
        rules.keepUp();
        await().atMost(SOON).untilAsserted(() -> assertThat(told(ref, "due"))
                .containsExactly("other rules of the time zone: resolution due moved from " + due.plus(Duration.ofHours(1)) + " to " + due));
    }

    private io.restassured.response.ValidatableResponse cause(String ref, String kind, int instance, String code) {
        return kestrel.staff().body(Map.of("code", code, "note", "Two were ill")).put("/tickets/" + ref + "/clocks/" + kind + "/" + instance + "/cause").then();
    }

    private void note(String ref) {
        kestrel.staff().body(Map.of("body", "Looked at it")).post("/tickets/" + ref + "/notes").then().statusCode(200);
    }

    private void resolve(String ref) {
        kestrel.staff().body(Map.of("summary", "Done", "code", "fixed")).post("/tickets/" + ref + "/resolution").then().statusCode(200);
    }

    private List<String> told(String ref, String kind) {
        return kestrel.staff().get("/tickets/" + ref + "/entries?limit=200").then().statusCode(200).extract().path("items.findAll { it.kind == '" + kind + "' }.detail");
    }

    private List<String> letters(String ref) {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement();
             var rows = statement.executeQuery("select string_agg(recipient, ',') from outbox where occasion = 'warned' and subject like '[" + ref + "]%'")) {
            rows.next();
            return List.of(rows.getString(1).split(","));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String ofResolution(String ref) {
        return " where kind = 'resolution' and tenant_id = " + kestrel.tenant() + " and ticket_id = (select id from ticket where tenant_id = "
                + kestrel.tenant() + " and number = " + ref.replaceAll(".*-", "") + ")";
    }

    private static void behindTheCurtain(String sql) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static void awaitSeconds(int seconds) {
        Instant then = Instant.now().plusSeconds(seconds);
        Supplier<Boolean> passed = () -> Instant.now().isAfter(then);
        await().until(passed::get);
    }

    /** An edit counts for whatever was asked before it: at a client of their own, so that no other story hears of it. */
    private String broken(Kestrel lapwing, List<String> warnings) {
        lapwing.open(List.of());
        lapwing.promise(Map.of("P3", "4h"));
        String ref = lapwing.asked(Duration.ofHours(3), units, tickets);
        lapwing.promise(Map.of("P3", "1h"), warnings);
        await().atMost(SOON).untilAsserted(() -> assertThat(told(ref, "breach")).containsExactly("resolution missed"));
        return ref;
    }

    private static String resolution(String field) {
        return "clocks.find { it.kind == 'resolution' }." + field;
    }
}
