package roundhouse.tickets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import roundhouse.Cast;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/** A client that is promised something round the clock and has its promises edited. */
final class Kestrel {

    final SignedIn ann;
    private final Tenants tenants;
    private final String slug;
    private final String administrator;
    private final String kate;

    Kestrel(Tenants tenants) {
        this(tenants, "kestrel", "KES", "Kestrel", "kate");
        open(List.of());
    }

    private Kestrel(Tenants tenants, String slug, String prefix, String name, String requester) {
        Cast.provider();
        this.tenants = tenants;
        this.slug = slug;
        Tenant client = tenants.found(slug, prefix, name, ZoneId.of("Europe/London"), Locale.UK);
        ann = Cast.staff("ann.kestrel", "Ann", Set.of(Role.ADMINISTRATOR), null, client);
        administrator = Cast.token(ann);
        kate = Cast.token(Cast.clientUser(client, requester, "Kate", Set.of(Role.REQUESTER)));
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
        Map<String, Object> targets = new TreeMap<>();
        resolution.forEach((priority, length) -> targets.put(priority, Map.of("resolution", length)));
        put("policies", "standard", Map.of("calendar", "always", "default", true, "targets", targets));
    }

    String ask() {
        return as(kate).body(Map.of("subject", "No light", "body", "In the hall")).post("/clients/" + slug + "/tickets").then().statusCode(201).extract().path("ref");
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
