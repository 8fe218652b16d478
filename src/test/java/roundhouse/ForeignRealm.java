package roundhouse;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import roundhouse.start.PartsForTests;

/** An identity provider that a client runs itself: another realm of the same Keycloak, where its administrator writes whatever pleases him. */
public final class ForeignRealm {

    /** The client's secret is what this variable of the environment happens to hold. */
    public static final String SECRET_VARIABLE = "PATH";

    private static final String REFUSAL = "roundhouse only who is linked";

    private ForeignRealm() {
    }

    /** Its password is its user name. */
    public record Account(String user, String email) {
    }

    /** Made anew. @param alias by which our Keycloak knows it @return its issuer */
    public static String found(String name, String alias, Account... accounts) {
        keepRefusal();
        asAdministrator().delete("/admin/realms/" + name);
        asAdministrator().contentType("application/json").body(Map.of("realm", name, "enabled", true,
                "clients", List.of(Map.of("clientId", "roundhouse", "secret", System.getenv(SECRET_VARIABLE),
                        "redirectUris", List.of(keycloak() + "/realms/roundhouse/broker/" + alias + "/endpoint"))),
                "users", Stream.of(accounts).map(ForeignRealm::user).toList())).post("/admin/realms").then().statusCode(201);
        return keycloak() + "/realms/" + name;
    }

    /** While the flow that docs/operations.md has operators make is not there by its name. */
    public static void withoutRefusal(Runnable work) {
        rename(REFUSAL, REFUSAL + " away");
        try {
            work.run();
        } finally {
            rename(REFUSAL + " away", REFUSAL);
        }
    }

    private static void rename(String from, String to) {
        Map<String, Object> flow = asAdministrator().get("/admin/realms/roundhouse/authentication/flows").then().statusCode(200)
                .extract().path("find { it.alias == '" + from + "' }");
        flow.put("alias", to);
        asAdministrator().contentType("application/json").body(flow).put("/admin/realms/roundhouse/authentication/flows/{id}", flow.get("id"))
                .then().statusCode(204);
    }

    /** The flow that docs/operations.md has operators make. */
    private static void keepRefusal() {
        String flows = "/admin/realms/roundhouse/authentication/flows";
        if (asAdministrator().get(flows).then().statusCode(200).extract().<List<String>>path("alias").contains(REFUSAL)) {
            return;
        }
        asAdministrator().contentType("application/json").body(Map.of("alias", REFUSAL, "providerId", "basic-flow", "topLevel", true, "builtIn", false))
                .post(flows).then().statusCode(201);
        asAdministrator().contentType("application/json").body(Map.of("provider", "deny-access-authenticator"))
                .post(flows + "/{alias}/executions/execution", REFUSAL).then().statusCode(201);
        Map<String, Object> refusal = asAdministrator().get(flows + "/{alias}/executions", REFUSAL).then().statusCode(200).extract().path("[0]");
        refusal.put("requirement", "REQUIRED");
        asAdministrator().contentType("application/json").body(refusal).put(flows + "/{alias}/executions", REFUSAL).then().statusCode(204);
    }

    private static Map<String, Object> user(Account account) {
        return Map.of("username", account.user(), "email", account.email(), "emailVerified", true, "enabled", true, "firstName", "Some", "lastName", "Body",
                "credentials", List.of(Map.of("type", "password", "value", account.user())));
    }

    private static RequestSpecification asAdministrator() {
        String token = atKeycloak().formParam("grant_type", "password").formParam("client_id", "admin-cli").formParam("username", "admin")
                .formParam("password", LocalParts.keycloakSettings().get(PartsForTests.CONSOLE_PASSWORD))
                .post("/realms/master/protocol/openid-connect/token").then().statusCode(200).extract().path("access_token");
        return atKeycloak().auth().oauth2(token);
    }

    private static RequestSpecification atKeycloak() {
        return given().baseUri(keycloak()).port(RestAssured.UNDEFINED_PORT).basePath("");
    }

    private static String keycloak() {
        return LocalParts.keycloakSettings().get("roundhouse.keycloak.url");
    }
}
