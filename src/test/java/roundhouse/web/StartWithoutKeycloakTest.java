package roundhouse.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;
import roundhouse.SignIn;

/** A service that is started while Keycloak is away, on a database in which nobody has ever signed in. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.RESTRICTED_TO_CLASS, initArgs = {
        @ResourceArg(name = LocalParts.STORY, value = "no keycloak"), @ResourceArg(name = LocalParts.NO_KEYCLOAK, value = "since the start")})
class StartWithoutKeycloakTest {

    /** Of the right form, and that is all. */
    private static final String SIGNED_BY_SOMEBODY = Stream.of("{\"alg\":\"RS256\",\"kid\":\"x\"}", "{\"sub\":\"x\"}", "signature")
            .map(part -> Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8))).collect(Collectors.joining("."));

    @Test
    void itIsReadyAndSaysWhatIsMissing() {
        given().port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class)).get("/q/health/ready").then().statusCode(200);
        for (String host : new String[] {"acme.localhost", "localhost"}) {
            SignIn.nobody(host).get(host.equals("localhost") ? "/desk" : "/requests").then().statusCode(503).header("Retry-After", notNullValue())
                    .body(containsString("Sign-in is not possible right now"));
        }
    }

    @Test
    void aTokenOfKeycloaksIsAnsweredAndNotWaitedOn() {
        given().auth().oauth2(SIGNED_BY_SOMEBODY).get("/api/v1/queue").then().statusCode(503).header("Retry-After", notNullValue())
                .contentType("application/problem+json").body("detail", containsString("personal token"));
        given().get("/api/v1/queue").then().statusCode(401);
    }
}
