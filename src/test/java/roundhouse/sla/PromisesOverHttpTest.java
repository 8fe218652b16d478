package roundhouse.sla;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.People;
import roundhouse.identity.PersonalTokens;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Reach;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** Clients of its own: Promised, and Silent who has nothing but the provider's terms. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class PromisesOverHttpTest {

    private static final String OFFICE = """
            calendars:
              office: {zone: Europe/Berlin, week: {mon-fri: ["09:00-17:00"]}}
            policies:
              - {name: standard, calendar: office, default: true, targets: {P3: {first_response: 1h, resolution: HOURS}}}
            """;
    private static final String HOUSE = """
            calendars: {house: {zone: UTC, week: {mon-sun: ["00:00-24:00"]}}}
            policies: [{name: house, calendar: house, default: true, targets: {P1: {resolution: 2h}, P3: {resolution: 24h}}}]
            """;
    private static final String STORY = """
            {"priority": "P3", "createdAt": "2026-10-23T13:00:00Z", "now": "2026-10-26T11:00:00Z", "events": [
              {"at": "2026-10-23T14:00:00Z", "type": "hold", "reason": "client"}, {"at": "2026-10-26T09:00:00Z", "type": "client_reply"}]}""";

    @Inject
    Policies policies;
    @Inject
    Units units;
    @Inject
    Tenants tenants;
    @Inject
    People people;
    @Inject
    PersonalTokens tokens;
    @Inject
    DatabaseTime time;
    private Tenant promised;
    private Tenant silent;
    private String technician;
    private String requester;

    @BeforeEach
    void enter() {
        Tenant provider = Cast.provider();
        promised = tenants.found("promised", "PROM", "Promised", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        silent = tenants.found("silent", "SIL", "Silent", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        technician = token(provider, "sid", Side.STAFF, Role.TECHNICIAN, promised);
        requester = token(promised, "pam", Side.CLIENT, Role.REQUESTER);
    }

    @Test
    void a_preview_tells_the_story_to_the_engine() {
        apply(promised, Party.CLIENT, OFFICE.replace("HOURS", "4h"));
        preview(technician, "promised", STORY).statusCode(200)
                .body("clocks.find { it.kind == 'resolution' }.dueAt", equalTo("2026-10-26T12:00:00Z"))
                .body("clocks.find { it.kind == 'resolution' }.policy.because", equalTo("Promised's default policy"))
                .body("clocks.find { it.kind == 'resolution' }.calendar", equalTo("office"))
                .body("clocks.find { it.kind == 'resolution' }.consumedSeconds", equalTo(3 * 3600))
                .body("clocks.find { it.kind == 'resolution' }.verdict", nullValue())
                .body("clocks.find { it.kind == 'resolution' }.segments.state", equalTo(List.of("running", "paused", "running")))
                .body("clocks.find { it.kind == 'first_response' }.verdict", equalTo("met"));
    }

    @Test
    void an_event_that_cannot_be_is_refused_by_its_index() {
        preview(technician, "promised", STORY.replace("\"client_reply\"", "\"reopen\"")).statusCode(422)
                .contentType("application/problem+json").body("violations[0].field", equalTo("events[1]")).body("detail", containsString("pending"));
        preview(technician, "promised", STORY.replace("\"client_reply\"", "\"merge\"")).statusCode(422).body("violations[0].field", equalTo("events[1]"));
        preview(technician, "promised", STORY.replace("\"reason\": \"client\"", "\"reason\": \"lunch\"")).statusCode(422).body("violations[0].field", equalTo("events[0]"));
        preview(technician, "promised", STORY.replace("\"priority\": \"P3\",", "")).statusCode(422).body("violations.field", hasItems("priority"));
    }

    @Test
    void a_preview_takes_every_event() {
        apply(promised, Party.CLIENT, OFFICE.replace("HOURS", "4h"));
        String told = """
                {"priority": "P3", "createdAt": "2026-10-26T08:00:00Z", "now": "2026-10-26T14:00:00Z", "events": [
                  {"at": "2026-10-26T08:05:00Z", "type": "assign"}, {"at": "2026-10-26T08:10:00Z", "type": "note"},
                  {"at": "2026-10-26T08:20:00Z", "type": "note_published"}, {"at": "2026-10-26T08:30:00Z", "type": "priority", "to": "P2"},
                  {"at": "2026-10-26T08:40:00Z", "type": "category", "to": "email"}, {"at": "2026-10-26T08:50:00Z", "type": "handover", "to": "vendor"},
                  {"at": "2026-10-26T09:00:00Z", "type": "merge", "childCreatedAt": "2026-10-26T07:00:00Z"},
                  {"at": "2026-10-26T09:10:00Z", "type": "unmerge", "childCreatedAt": "2026-10-26T07:00:00Z"},
                  {"at": "2026-10-26T09:20:00Z", "type": "cancel", "reason": "spam"}]}""";
        preview(technician, "promised", told).statusCode(200)
                .body("clocks.find { it.kind == 'first_response' }.stoppedAt", equalTo("2026-10-26T08:20:00Z"))
                .body("clocks.find { it.kind == 'vendor' }.startedAt", equalTo("2026-10-26T08:50:00Z"))
                .body("clocks.findAll { it.kind == 'resolution' }.state", equalTo(List.of("superseded", "superseded", "cancelled")));
        preview(technician, "promised", told.replace("\"cancel\"", "\"lunch\"")).statusCode(422)
                .body("violations[0].field", equalTo("events[8]")).body("detail", containsString("unmerge"));
        preview(technician, "promised", told.replace("\"unmerge\", \"childCreatedAt\": \"2026-10-26T07:00:00Z\"", "\"unmerge\"")).statusCode(422)
                .body("violations[0].field", equalTo("events[7]"));
    }

    @Test
    void who_does_not_reach_the_client_finds_nothing_and_neither_does_a_client_user() {
        preview(technician, "silent", STORY).statusCode(404);
        preview(technician, "nobody", STORY).statusCode(404);
        preview(requester, "silent", STORY).statusCode(404);
        preview(requester, "promised", STORY).statusCode(404);
        given().auth().oauth2(requester).get("/api/v1/clients/promised/policies").then().statusCode(404);
    }

    @Test
    void applying_again_changes_nothing_and_a_change_makes_one_version() {
        Tenant client = tenants.found("edited", "EDIT", "Edited", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        assertThat(apply(client, Party.CLIENT, OFFICE.replace("HOURS", "4h"))).containsExactly("calendar office, version 1", "policy standard, version 1");
        assertThat(apply(client, Party.CLIENT, OFFICE.replace("HOURS", "240m"))).isEmpty();
        Instant before = time.now();
        assertThat(apply(client, Party.CLIENT, OFFICE.replace("HOURS", "8h"))).containsExactly("policy standard, version 2");
        assertThat(version(client, before)).isEqualTo(1);
        assertThat(version(client, time.now())).isEqualTo(2);
        assertThat(version(client, Instant.parse("2020-01-01T00:00:00Z"))).as("imported from before there was a promise").isEqualTo(1);
    }

    @Test
    void where_the_client_is_silent_the_provider_speaks() {
        apply(silent, Party.PROVIDER, HOUSE);
        Promises promises = units.inside(silent.id(), Side.SYSTEM, 0, () -> policies.promises(time.now()));
        assertThat(promises.of(Kind.RESOLUTION, Priority.P3, null, null).because()).isEqualTo("the provider's default policy");
        apply(promised, Party.CLIENT, OFFICE.replace("HOURS", "4h"));
        apply(promised, Party.PROVIDER, HOUSE);
        preview(technician, "promised", STORY.replace("P3", "P1")).statusCode(200)
                .body("clocks.find { it.kind == 'resolution' }.policy.name", equalTo("house"))
                .body("clocks.find { it.kind == 'resolution' }.calendar", equalTo("house"));
    }

    @Test
    void the_standing_versions_are_listed() {
        apply(promised, Party.CLIENT, OFFICE.replace("HOURS", "4h"));
        given().auth().oauth2(technician).get("/api/v1/clients/promised/calendars").then().statusCode(200)
                .body("items.find { it.name == 'office' }.document.zone", equalTo("Europe/Berlin"));
        given().auth().oauth2(technician).get("/api/v1/clients/promised/policies/standard").then().statusCode(200).body("of", equalTo("client"));
        given().auth().oauth2(technician).get("/api/v1/clients/promised/policies/gold").then().statusCode(404);
    }

    @Test
    void an_administrator_writes_calendars_and_policies_and_nobody_else_does() {
        Tenant client = tenants.found("written", "WRIT", "Written", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        String administrator = token(Cast.provider(), "ada.admin", Side.STAFF, Role.ADMINISTRATOR, client);
        String worker = token(Cast.provider(), "wim", Side.STAFF, Role.TECHNICIAN, client);
        String calendar = "{\"name\": \"office\", \"document\": {\"zone\": \"Europe/Berlin\", \"week\": {\"mon-fri\": [\"09:00-17:00\"]}}}";
        String policy = "{\"name\": \"standard\", \"document\": {\"calendar\": \"office\", \"default\": true, \"targets\": {\"P3\": {\"resolution\": \"4h\"}}}}";
        write(worker, "POST", "/calendars", calendar).statusCode(403);
        write(administrator, "POST", "/calendars", calendar).statusCode(201).header("Location", containsString("/api/v1/clients/written/calendars/office"));
        write(administrator, "POST", "/calendars", calendar).statusCode(422).body("violations[0].field", equalTo("name"));
        write(administrator, "POST", "/policies", policy).statusCode(201).body("version", equalTo(1)).body("document.default", equalTo("true"));
        write(administrator, "POST", "/policies", policy.replace("standard", "second")).statusCode(422).body("violations[0].field", equalTo("document.match"));
        write(administrator, "PUT", "/policies/standard", policy.replace("4h", "-4h")).statusCode(422)
                .body("violations[0].field", equalTo("document.targets.P3.resolution"));
        write(administrator, "PUT", "/policies/standard", policy.replace("4h", "6h")).statusCode(200).body("version", equalTo(2));
        write(worker, "PUT", "/policies/standard", policy).statusCode(403);
        preview(administrator, "written", STORY).statusCode(200).body("clocks.find { it.kind == 'resolution' }.targetSeconds", equalTo(6 * 3600));
    }

    private ValidatableResponse write(String token, String method, String path, String body) {
        return given().auth().oauth2(token).contentType("application/json").body(body).request(method, "/api/v1/clients/written" + path).then();
    }

    private ValidatableResponse preview(String token, String slug, String story) {
        return given().auth().oauth2(token).contentType("application/json").body(story).post("/api/v1/clients/" + slug + "/sla/preview").then();
    }

    private List<String> apply(Tenant tenant, Party party, String text) {
        By by = By.roundhouse(time.now(), Channel.FOLDER);
        SlaFile file = SlaFile.read("sla.yaml", text, Set.of(), LocalDate.ofInstant(by.at(), ZoneOffset.UTC));
        return units.inside(tenant.id(), Side.SYSTEM, 0, () -> policies.apply(file, party, by));
    }

    private int version(Tenant tenant, Instant asOf) {
        Promises promises = units.inside(tenant.id(), Side.SYSTEM, 0, () -> policies.promises(asOf));
        return promises.of(Kind.RESOLUTION, Priority.P3, null, null).policy().version();
    }

    private String token(Tenant home, String user, Side side, Role role, Tenant... reach) {
        units.inside(home.id(), Side.SYSTEM, 0, () -> people.put(new People.Described(user, user, user + "@" + home.slug() + ".example", side, Set.of(role),
                side == Side.STAFF ? 1 : null, false, null, null, false)));
        for (Tenant tenant : reach) {
            units.inside(tenant.id(), Side.SYSTEM, 0, () -> people.assign(user, null, "test"));
        }
        int number = units.inside(home.id(), Side.SYSTEM, 0, () -> people.ofThisClient(user).orElseThrow().id());
        SignedIn person = new SignedIn(number, user, user, user + "@example", side, Set.of(role), null, home.id(), Reach.of(home.id()));
        return tokens.create(person, "test", time.now()).token();
    }
}
