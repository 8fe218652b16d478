package roundhouse.assets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class ConfigurationApiTest {

    private static final String ACME = "/api/v1/clients/acme/configurations";
    private static final String VPN = """
            {"slug": "%s", "type": "endpoint-management", "name": "Remote access", "fields": {"product": "GlobalProtect", "a gateway": "vpn"},
             "categories": ["vpn"], "verified": {"on": "2026-08-01", "by": "tess"}}""";

    @Inject
    Configurations configurations;
    @Inject
    Assets assets;
    @Inject
    Units units;
    @Inject
    DatabaseTime time;
    private SignedIn tess;
    private String slug;

    @BeforeEach
    void enter() {
        tess = Cast.tess();
        Cast.uma();
        slug = "vpn-" + UUID.randomUUID();
        put(Cast.umbrella(), new ConfigurationForm("c-marker", ConfigurationType.VPN, "C marker", Map.of(), List.of(), List.of(), null));
    }

    @Test
    void aTechnicianWritesDownWhatMustBeKnown() {
        Response created = as(tess).body(VPN.formatted(slug)).post(ACME);
        created.then().statusCode(201).header("Location", endsWith(ACME + "/" + slug)).body("type", equalTo("endpoint-management"))
                .body("verified.on", equalTo("2026-08-01")).body("assets", equalTo(List.of()));
        assertThat(created.<Map<String, String>>path("fields").keySet()).containsExactly("product", "a gateway");
        as(tess).body(VPN.formatted(slug).replace("GlobalProtect", "WireGuard")).put(ACME + "/" + slug).then().statusCode(200)
                .body("fields.product", equalTo("WireGuard"));
        as(tess).header("If-Match", created.header("ETag")).body(VPN.formatted(slug)).put(ACME + "/" + slug).then().statusCode(412)
                .body("detail", containsString("field product"));
    }

    @Test
    void itTellsOfAssetsThatAreThere() {
        as(tess).body(VPN.formatted(slug).replace("\"categories\"", "\"assets\": [\"NO-SUCH\"], \"categories\"")).post(ACME).then().statusCode(422)
                .body("violations[0].field", equalTo("assets"));
        as(tess).body(VPN.formatted(slug).replace("endpoint-management", "secret")).post(ACME).then().statusCode(400);
    }

    @Test
    void rightsAreThoseOfTheTable() {
        as(tess).body(VPN.formatted(slug)).post(ACME).then().statusCode(201);
        as(Cast.amy()).get(ACME + "/" + slug).then().statusCode(200);
        as(Cast.amy()).body(VPN.formatted(slug)).put(ACME + "/" + slug).then().statusCode(403);
        as(Cast.adam()).get(ACME + "/" + slug).then().statusCode(404);
        as(tess).get("/api/v1/clients/umbrella/configurations/c-marker").then().statusCode(404);
        as(tess).get(ACME + "/c-marker").then().statusCode(404);
        as(tess).get(ACME + "?q=c-marker").then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void whatATicketNeedsComesFirst() {
        Tenant tenant = Cast.acme();
        units.inside(tenant.id(), Side.SYSTEM, 0, () -> assets.put(List.of(
                new AssetForm("CNC-9", "panel", "Panel", null, null, null, null, null, null, null, null)), folder()));
        put(tenant, form("1-nothing-" + slug, List.of(), List.of()), form("2-category-" + slug, List.of(), List.of("machine-" + slug)),
                form("3-asset-" + slug, List.of("CNC-9"), List.of()));
        List<ConfigurationView> first = units.inside(tenant.id(), Side.STAFF, tess.person(), () -> configurations.forTicket("machine-" + slug, "CNC-9"));
        assertThat(first).extracting(ConfigurationView::slug).startsWith("2-category-" + slug, "3-asset-" + slug).contains("1-nothing-" + slug);
    }

    @Test
    void applyingTheFolderAgainChangesNothing() {
        ConfigurationForm form = new ConfigurationForm(slug, ConfigurationType.VPN, "Remote access", Map.of("gateway", "vpn.acme.example"), List.of(),
                List.of("vpn"), new ConfigurationForm.Verified(LocalDate.of(2026, 8, 1), "tess"));
        assertThat(put(Cast.acme(), form)).containsExactly(slug);
        assertThat(put(Cast.acme(), form)).isEmpty();
    }

    private List<String> put(Tenant tenant, ConfigurationForm... forms) {
        return units.inside(tenant.id(), Side.SYSTEM, 0, () -> configurations.put(List.of(forms), folder()));
    }

    private static ConfigurationForm form(String slug, List<String> assets, List<String> categories) {
        return new ConfigurationForm(slug, ConfigurationType.NETWORK, slug, Map.of(), assets, categories, null);
    }

    private By folder() {
        return By.roundhouse(time.now(), Channel.FOLDER);
    }

    private static RequestSpecification as(SignedIn person) {
        return given().auth().oauth2(Cast.token(person)).contentType("application/json");
    }
}
