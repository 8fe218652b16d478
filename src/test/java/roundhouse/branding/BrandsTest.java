package roundhouse.branding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class BrandsTest {

    private static final Colour RED = Colour.of("#b3261e").orElseThrow();
    private static final Logo LOGO = Logo.of("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>".getBytes(StandardCharsets.UTF_8));

    @Inject
    Brands brands;
    @Inject
    Units units;
    @Inject
    Tenants tenants;

    @BeforeEach
    void moveIn() {
        giveHost(Cast.acme(), "acme.brands.test");
        giveHost(Cast.initech(), "initech.brands.test");
        tenants.refresh();
    }

    @Test
    void applyingAgainChangesNothing() {
        Brand brand = new Brand("ACME Helpdesk", RED, "Extension 100", LOGO);
        put(Cast.acme(), brand);
        assertThat(put(Cast.acme(), brand)).isFalse();
        assertThat(put(Cast.acme(), new Brand("ACME Helpdesk", RED, "Extension 101", LOGO))).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(brands.of(Cast.acme()).footer()).isEqualTo("Extension 101"));
    }

    @Test
    void oneClientCannotWriteTheBrandOfAnother() {
        put(Cast.initech(), new Brand("Initech marker", RED, null, null));
        put(Cast.acme(), new Brand("ACME Helpdesk", RED, null, LOGO));
        units.inside(Cast.acme().id(), Side.CLIENT, 0, () -> {
            assertThat(brands.ofThisClient()).map(Brand::name).contains("ACME Helpdesk");
            return null;
        });
        assertThat(brands.of(Cast.initech()).name()).isEqualTo("Initech marker");
    }

    @Test
    void eachHostWearsItsOwnColours() {
        put(Cast.acme(), new Brand("ACME Helpdesk", RED, null, LOGO));
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(
                () -> ask("acme.brands.test", "/brand.css").then().statusCode(200).body(containsString("--brand: #b3261e;")));
        ask("acme.brands.test", "/brand.css").then().contentType("text/css").header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("max-age"));
        ask("localhost", "/brand.css").then().statusCode(200).body(containsString("--brand: #3a4bc4;"));
        ask("localhost", "/brand/logo").then().statusCode(404);
    }

    @Test
    void aHostThatNobodyHasGetsNoBrandAtAll() {
        for (String host : List.of("nobody.test", "evil.acme.brands.test", "acme.brands.test.evil.test")) {
            ask(host, "/brand.css").then().statusCode(404).body(not(containsStringIgnoringCase("brand"))).body(not(containsString("ACME")));
            ask(host, "/brand/logo").then().statusCode(404).body(not(containsStringIgnoringCase("brand"))).body(not(containsString("ACME")));
        }
    }

    @Test
    void theLogoIsServedAsAPictureThatCanDoNothing() {
        put(Cast.acme(), new Brand("ACME Helpdesk", RED, null, LOGO));
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> ask("acme.brands.test", "/brand/logo").then().statusCode(200));
        Response logo = ask("acme.brands.test", "/brand/logo");
        logo.then().contentType("image/svg+xml").header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox")).body(containsString("<rect"));
        given().header("Host", "acme.brands.test").header("If-None-Match", logo.header("ETag")).get("/brand/logo").then().statusCode(304);
    }

    @Test
    void aNameStandsOnOneLineAndAColourIsAColour() {
        assertThatThrownBy(() -> new Brand("Two\nlines", RED, null, null)).isInstanceOf(BrandRefused.class);
        assertThatThrownBy(() -> new Brand("x".repeat(61), RED, null, null)).isInstanceOf(BrandRefused.class);
    }

    private static Response ask(String host, String path) {
        return given().header("Host", host).get(path);
    }

    private boolean put(Tenant tenant, Brand brand) {
        return units.inside(tenant.id(), Side.SYSTEM, 0, () -> brands.put(brand));
    }

    private void giveHost(Tenant tenant, String host) {
        units.inside(tenant.id(), Side.SYSTEM, 0, () -> {
            tenants.change(new Tenant(tenant.id(), tenant.slug(), tenant.prefix(), tenant.name(), tenant.zone(), tenant.locale(), Set.of(host),
                    tenant.mail(), tenant.domains(), null));
            return null;
        });
    }
}
