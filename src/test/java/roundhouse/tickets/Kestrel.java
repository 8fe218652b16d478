package roundhouse.tickets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import roundhouse.Cast;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** A client that is promised something round the clock and has its promises edited. */
final class Kestrel {

    final SignedIn ann;
    private final Tenants tenants;
    private final String slug;
    private final String administrator;
    private final String kate;
    private final Tenant client;
    private final SignedIn requester;

    Kestrel(Tenants tenants) {
        this(tenants, "kestrel", "KES", "Kestrel", "kate");
        open(List.of());
    }

    private Kestrel(Tenants tenants, String slug, String prefix, String name, String requester) {
        Cast.provider();
        this.tenants = tenants;
        this.slug = slug;
        client = tenants.found(slug, prefix, name, ZoneId.of("Europe/London"), Locale.UK);
        ann = Cast.staff("ann.kestrel", "Ann", Set.of(Role.ADMINISTRATOR), null, client);
        administrator = Cast.token(ann);
        this.requester = Cast.clientUser(client, requester, "Kate", Set.of(Role.REQUESTER));
        kate = Cast.token(this.requester);
    }

    /** Another client of Ann's, Lapwing. */
    Kestrel neighbour() {
        return new Kestrel(tenants, "lapwing", "LAP", "Lapwing", "kate.lapwing");
    }

    RequestSpecification asKate() {
        return as(kate);
    }

    /** Round the clock, but for these dates. */
    void open(List<String> holidays) {
        put("calendars", "always", Map.of("zone", "UTC", "week", Map.of("mon-sun", List.of("00:00-24:00")), "holidays", holidays));
    }

    /** @param resolution by priority, as in {@code sla.yaml} */
    void promise(Map<String, String> resolution) {
        promise(resolution, List.of());
    }

    /** @param warnings as in {@code sla.yaml} */
    void promise(Map<String, String> resolution, List<String> warnings) {
        Map<String, Object> targets = new TreeMap<>();
        resolution.forEach((priority, length) -> targets.put(priority, Map.of("resolution", length)));
        put("policies", "standard", Map.of("calendar", "always", "default", true, "targets", targets, "warn", warnings));
    }

    String ask() {
        return asking(Map.of("subject", "No light", "body", "In the hall"));
    }

    /** @param request as the API takes it. @return its reference */
    String asking(Map<String, Object> request) {
        return as(kate).body(request).post("/clients/" + slug + "/tickets").then().statusCode(201).extract().path("ref");
    }

    /** The same some time ago, as if nobody had looked since. */
    String asked(Duration ago, Units units, Tickets tickets) {
        Instant at = Instant.now().minus(ago);
        By by = new By(requester.person(), requester.user(), requester.name(), Side.CLIENT, at, Channel.PORTAL);
        return units.inside(client.id(), Side.SYSTEM, 0, () -> new Reference(client.prefix(),
                tickets.submit(new Submission("No light", "In the hall", Priority.P3, null, null, null, null), by).number()).toString());
    }

    /** Somebody else of this client. @return the user name */
    String another(String user) {
        return Cast.clientUser(client, user, user, Set.of(Role.REQUESTER)).user();
    }

    int tenant() {
        return client.id();
    }

    JsonPath clocks(String ref) {
        return staff().get("/tickets/" + ref + "/clocks").then().statusCode(200).extract().jsonPath();
    }

    RequestSpecification staff() {
        return as(administrator);
    }

    private void put(String of, String name, Map<String, Object> document) {
        Map<String, Object> body = Map.of("name", name, "document", document);
        int status = staff().body(body).put("/clients/" + slug + "/" + of + "/" + name).statusCode();
        if (status == 404) {
            staff().body(body).post("/clients/" + slug + "/" + of).then().statusCode(201);
        } else {
            assertThat(status).isEqualTo(200);
        }
    }

    private static RequestSpecification as(String token) {
        return given().basePath("/api/v1").auth().oauth2(token).contentType("application/json");
    }
}
