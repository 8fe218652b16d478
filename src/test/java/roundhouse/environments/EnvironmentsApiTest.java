package roundhouse.environments;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.Keys;
import roundhouse.LocalParts;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class EnvironmentsApiTest {

    private static final String APPLICATION = "/api/v1/environments/application";

    @Test
    void nobodyButAnAdministratorAppliesOrReads() {
        given().auth().oauth2(Keys.of(Cast.tess())).post(APPLICATION).then().statusCode(403);
        given().auth().oauth2(Keys.of(Cast.amy())).get(APPLICATION).then().statusCode(403);
        given().auth().oauth2(Keys.of(Cast.alice())).post(APPLICATION).then().statusCode(403);
        given().post(APPLICATION).then().statusCode(401);
    }
}
