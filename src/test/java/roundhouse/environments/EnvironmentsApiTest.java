package roundhouse.environments;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.Keys;
import roundhouse.LocalParts;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class EnvironmentsApiTest {

    private static final String APPLICATION = "/api/v1/environments/application";
    private static final String ACME = "/api/v1/clients/acme/environment";

    @Test
    void nobodyButAnAdministratorAppliesOrReads() {
        given().auth().oauth2(Keys.of(Cast.tess())).post(APPLICATION).then().statusCode(403);
        given().auth().oauth2(Keys.of(Cast.amy())).get(APPLICATION).then().statusCode(403);
        given().auth().oauth2(Keys.of(Cast.alice())).post(APPLICATION).then().statusCode(403);
        given().post(APPLICATION).then().statusCode(401);
    }

    @Test
    void anAdministratorSeesWhatAClientsFolderWouldDo() {
        given().auth().oauth2(Keys.of(Cast.olga())).get(ACME + "/plan").then().statusCode(200).body("client", equalTo("acme"))
                .body("terms.findAll { it.of == 'POLICIES' && it.party == 'client' }.name", hasItem("standard"))
                .body("mistakes", equalTo(List.of()));
    }

    @Test
    void nobodyElsePlansOrAppliesAClientsFolder() {
        given().auth().oauth2(Keys.of(Cast.tess())).get(ACME + "/plan").then().statusCode(403);
        given().auth().oauth2(Keys.of(Cast.amy())).contentType("application/json").post(ACME + "/application").then().statusCode(403);
        given().auth().oauth2(Keys.of(Cast.adam())).get(ACME + "/plan").then().statusCode(404);
        given().auth().oauth2(Keys.of(Cast.milton())).get(ACME + "/plan").then().statusCode(404);
    }

    @Test
    void aChoiceThatNamesNothingIsRefused() {
        given().auth().oauth2(Keys.of(Cast.olga())).contentType("application/json").body(Map.of("takeFromFolder", List.of("standard"))).post(ACME + "/application")
                .then().statusCode(422).body("violations[0].message", containsString("policy standard"));
    }
}
