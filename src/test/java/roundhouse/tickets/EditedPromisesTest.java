package roundhouse.tickets;

import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;
import roundhouse.tenancy.Tenants;

/** Promises of Kestrel are edited while its tickets are open: sla.md's rule that an edit counts from now on. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class EditedPromisesTest {

    @Inject
    Tenants tenants;
    private Kestrel kestrel;

    @BeforeEach
    void enter() {
        kestrel = new Kestrel(tenants);
        kestrel.promise(Map.of("P3", "4h"));
    }

    @Test
    void aShorterPromiseCountsForWhatIsOpenAndNotForWhatIsDone() {
        String open = kestrel.ask();
        String done = kestrel.ask();
        kestrel.staff().body(Map.of("summary", "Done", "code", "fixed")).post("/tickets/" + done + "/resolution").then().statusCode(200);
        awaitTheNextSecond();
        kestrel.promise(Map.of("P3", "2h"));
        JsonPath clocks = kestrel.clocks(open);
        assertThat(clocks.getInt(resolution("targetSeconds"))).isEqualTo(2 * 3600);
        assertThat(Instant.parse(clocks.getString(resolution("dueAt")))).isEqualTo(Instant.parse(clocks.getString(resolution("startedAt"))).plus(Duration.ofHours(2)));
        assertThat(clocks.getInt("clocks.findAll { it.kind == 'resolution' }.size()")).as("the same clock goes on").isEqualTo(1);
        assertThat(kestrel.clocks(done).getInt(resolution("targetSeconds"))).isEqualTo(4 * 3600);
        assertThat(kestrel.clocks(done).getString(resolution("verdict"))).isEqualTo("met");
    }

    @Test
    void theHoursOfTheCalendarCountAnewFromTheEditOn() {
        String open = kestrel.ask();
        int before = kestrel.clocks(open).getInt(resolution("policy.version"));
        kestrel.open(List.of(day(-1), day(0), day(1)));
        JsonPath clocks = kestrel.clocks(open);
        assertThat(Instant.parse(clocks.getString(resolution("dueAt")))).as("closed today and tomorrow").isAfter(Instant.parse(day(1) + "T23:59:59Z"));
        assertThat(clocks.getInt(resolution("policy.version"))).isEqualTo(before);
    }

    @Test
    void theQueueHearsOfAnEditWithoutAnybodyTouchingTheTicket() {
        String open = kestrel.ask();
        Instant before = Instant.parse(queued(open));
        kestrel.promise(Map.of("P3", "30m"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Instant.parse(queued(open))).isBefore(before));
    }

    @Test
    void whatAnEditMovedStandsOnceInTheHistoryAndIsNotTheClients() {
        String touched = kestrel.ask();
        String left = kestrel.ask();
        String before = kestrel.clocks(touched).getString(resolution("dueAt"));
        awaitTheNextSecond();
        kestrel.promise(Map.of("P3", "3h"));
        int version = kestrel.clocks(touched).getInt(resolution("policy.version"));
        note(touched);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(moves(left, kestrel.staff())).hasSize(1));
        note(touched);
        note(left);
        assertThat(moves(touched, kestrel.staff())).as("whoever comes first tells it, and nobody again").containsExactly("policy standard, version " + version
                + ": resolution due moved from " + before + " to " + kestrel.clocks(touched).getString(resolution("dueAt")));
        assertThat(moves(left, kestrel.staff())).hasSize(1);
        assertThat(moves(touched, kestrel.asKate())).isEmpty();
    }

    @Test
    void aCalendarThatMovedWhatIsDueIsNamed() {
        String open = kestrel.ask();
        awaitTheNextSecond();
        kestrel.open(List.of(day(0), day(1), day(2)));
        note(open);
        assertThat(moves(open, kestrel.staff())).singleElement().asString().startsWith("calendar always, version ").contains("resolution due moved from ");
    }

    @Test
    void anEditThatMovesNothingIsNotTold() {
        String open = kestrel.ask();
        awaitTheNextSecond();
        kestrel.promise(Map.of("P3", "4h", "P1", "1h"));
        note(open);
        assertThat(moves(open, kestrel.staff())).isEmpty();
    }

    @Test
    void aChangeOfPriorityAfterAnEditIsToldApartFromIt() {
        kestrel.promise(Map.of("P3", "4h", "P2", "2h"));
        String open = kestrel.ask();
        awaitTheNextSecond();
        kestrel.promise(Map.of("P3", "3h", "P2", "2h"));
        kestrel.staff().body(Map.of("priority", "P2")).put("/tickets/" + open + "/priority").then().statusCode(200);
        assertThat(moves(open, kestrel.staff())).as("by the edit alone").hasSize(1);
    }

    @Test
    void whatAnotherReplicaEditedIsKnownHereWithinSeconds() throws SQLException {
        String open = kestrel.ask();
        assertThat(kestrel.clocks(open).getInt(resolution("targetSeconds"))).isEqualTo(4 * 3600);
        behindTheCurtain("insert into sla_policy (tenant_id, id, provider, name, version, document, created_at, made_by)"
                + " select tenant_id, gen_random_uuid(), provider, name, version + 1, replace(document, '\"4h\"', '\"90m\"'), now(), 'Ann' from sla_policy"
                + " where tenant_id = " + kestrel.tenant() + " and name = 'standard' order by version desc limit 1");
        behindTheCurtain("update tenant set edition = edition + 1 where tenant_id = " + kestrel.tenant());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(kestrel.clocks(open).getInt(resolution("targetSeconds"))).isEqualTo(90 * 60));
    }

    @Test
    void anEditIsCountedForTheOtherReplicasAndWhatStaysAsItWasIsNot() throws SQLException {
        int before = edition();
        kestrel.promise(Map.of("P3", "3h"));
        assertThat(edition()).isEqualTo(before + 1);
        kestrel.promise(Map.of("P3", "3h"));
        assertThat(edition()).isEqualTo(before + 1);
    }

    private int edition() throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement();
                var row = statement.executeQuery("select edition from tenant where tenant_id = " + kestrel.tenant())) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void behindTheCurtain(String sql) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private List<String> moves(String ref, RequestSpecification asSomebody) {
        return asSomebody.get("/tickets/" + ref + "/entries?limit=200").then().statusCode(200).extract().path("items.findAll { it.kind == 'due' }.detail");
    }

    private void note(String ref) {
        kestrel.staff().body(Map.of("body", "Looked at it")).post("/tickets/" + ref + "/notes").then().statusCode(200);
    }

    private String queued(String ref) {
        return kestrel.staff().get("/queue?client=kestrel&limit=200").then().statusCode(200).extract().path("items.find { it.ref == '" + ref + "' }.dueAt");
    }

    /** An edit counts before what happened in the same second. */
    private static void awaitTheNextSecond() {
        long second = Instant.now().getEpochSecond();
        while (Instant.now().getEpochSecond() == second) {
            Thread.onSpinWait();
        }
    }

    /** UTC, as the calendar. */
    private static String day(int later) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(later).toString();
    }

    private static String resolution(String field) {
        return "clocks.find { it.kind == 'resolution' }." + field;
    }
}
