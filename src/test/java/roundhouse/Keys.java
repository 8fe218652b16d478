package roundhouse;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.UNDEFINED_PORT;
import static io.restassured.http.ContentType.JSON;

import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import roundhouse.identity.People;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** Makes people of the cast known to Keycloak and signs them in. */
public final class Keys {

    private Keys() {
    }

    /** An access token for the API. */
    public static String of(SignedIn person) {
        if (subjects(person).isEmpty()) {
            keycloak().contentType(JSON).body(Map.of("username", person.user(), "enabled", true, "email", person.email(), "emailVerified", true,
                            "firstName", person.name(), "lastName", person.name(),
                            "credentials", List.of(Map.of("type", "password", "value", person.user(), "temporary", false))))
                    .post("/admin/realms/roundhouse/users").then().statusCode(201);
        }
        String subject = subjects(person).get(0);
        Arc.container().instance(Units.class).get().inside(person.home(), Side.SYSTEM, 0,
                () -> Arc.container().instance(People.class).get().bind(person.user(), subject));
        return LocalParts.token(person.user());
    }

    private static List<String> subjects(SignedIn person) {
        return keycloak().queryParam("username", person.user()).queryParam("exact", true).get("/admin/realms/roundhouse/users")
                .then().statusCode(200).extract().path("id");
    }

    private static RequestSpecification keycloak() {
        Map<String, String> settings = LocalParts.keycloakSettings();
        String token = given().baseUri(settings.get("roundhouse.keycloak.url")).port(UNDEFINED_PORT).basePath("")
                .formParam("grant_type", "client_credentials").formParam("client_id", settings.get("roundhouse.keycloak.admin-client"))
                .formParam("client_secret", settings.get("roundhouse.keycloak.admin-secret"))
                .post("/realms/roundhouse/protocol/openid-connect/token").then().statusCode(200).extract().path("access_token");
        return given().baseUri(settings.get("roundhouse.keycloak.url")).port(UNDEFINED_PORT).basePath("").auth().oauth2(token);
    }
}
