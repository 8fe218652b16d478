package roundhouse.tickets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.identity.Role;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/** Promises of Kestrel are edited while its tickets are open: sla.md's rule that an edit counts from now on. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class EditedPromisesTest {

    @Inject
    Tenants tenants;
    private String administrator;
    private String kate;

    @BeforeEach
    void enter() {
        Tenant kestrel = tenants.found("kestrel", "KES", "Kestrel", ZoneId.of("Europe/London"), Locale.UK);
        administrator = Cast.token(Cast.staff("ann.kestrel", "Ann", Set.of(Role.ADMINISTRATOR), null, kestrel));
        kate = Cast.token(Cast.clientUser(kestrel, "kate", "Kate", Set.of(Role.REQUESTER)));
        put("/calendars", "always", Map.of("zone", "UTC", "week", Map.of("mon-sun", List.of("00:00-24:00"))));
        promise("4h");
    }

    @Test
    void aShorterPromiseCountsForWhatIsOpenAndNotForWhatIsDone() {
        String open = ask();
        String done = ask();
        as(administrator).body(Map.of("summary", "Done", "code", "fixed")).post("/tickets/" + done + "/resolution").then().statusCode(200);
        awaitTheNextSecond();
        promise("2h");
        JsonPath clocks = clocks(open);
        assertThat(clocks.getInt(resolution("targetSeconds"))).isEqualTo(2 * 3600);
        assertThat(Instant.parse(clocks.getString(resolution("dueAt")))).isEqualTo(Instant.parse(clocks.getString(resolution("startedAt"))).plus(Duration.ofHours(2)));
        assertThat(clocks.getInt("clocks.findAll { it.kind == 'resolution' }.size()")).as("the same clock goes on").isEqualTo(1);
        assertThat(clocks(done).getInt(resolution("targetSeconds"))).isEqualTo(4 * 3600);
        assertThat(clocks(done).getString(resolution("verdict"))).isEqualTo("met");
    }

    @Test
    void theHoursOfTheCalendarCountAnewFromTheEditOn() {
        String open = ask();
        int before = clocks(open).getInt(resolution("policy.version"));
        put("/calendars", "always", Map.of("zone", "UTC", "week", Map.of("mon-sun", List.of("00:00-24:00")), "holidays",
                List.of(day(1), day(0), day(-1))));
        JsonPath clocks = clocks(open);
        Instant due = Instant.parse(clocks.getString(resolution("dueAt")));
        assertThat(due).as("closed today and tomorrow").isAfter(Instant.parse(day(1) + "T23:59:59Z"));
        assertThat(clocks.getInt(resolution("policy.version"))).isEqualTo(before);
        put("/calendars", "always", Map.of("zone", "UTC", "week", Map.of("mon-sun", List.of("00:00-24:00"))));
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

    private JsonPath clocks(String ref) {
        return as(administrator).get("/tickets/" + ref + "/clocks").then().statusCode(200).extract().jsonPath();
    }

    private String ask() {
        return as(kate).body(Map.of("subject", "No light", "body", "In the hall")).post("/clients/kestrel/tickets").then().statusCode(201).extract().path("ref");
    }

    private void promise(String resolution) {
        put("/policies", "standard", Map.of("calendar", "always", "default", true, "targets", Map.of("P3", Map.of("resolution", resolution))));
    }

    private void put(String of, String name, Map<String, Object> document) {
        int status = as(administrator).body(Map.of("name", name, "document", document)).put("/clients/kestrel" + of + "/" + name).statusCode();
        if (status == 404) {
            as(administrator).body(Map.of("name", name, "document", document)).post("/clients/kestrel" + of).then().statusCode(201);
        } else {
            assertThat(status).isEqualTo(200);
        }
    }

    private static RequestSpecification as(String token) {
        return given().basePath("/api/v1").auth().oauth2(token).contentType("application/json");
    }
}
