package roundhouse;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.UNDEFINED_PORT;
import static io.restassured.http.ContentType.JSON;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.identity.People;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** Makes people of the cast known to Keycloak and signs them in. */
public final class Keys {

    private static final Pattern LOGIN = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private Keys() {
    }

    /** An access token for the API. */
    public static String of(SignedIn person) {
        make(person);
        return LocalParts.token(person.user());
    }

    /** Signs in at the desk as a browser does, by name and password on Keycloak's page. @return the cookies of the desk */
    public static Map<String, String> atTheDesk(SignedIn person) {
        make(person);
        Map<String, Map<String, String>> jars = new HashMap<>();
        String address = "http://localhost:" + RestAssured.port + "/desk";
        Response answer = go(jars, address, null);
        for (int hops = 0; hops < 12; hops++) {
            String next = answer.header("Location");
            if (answer.statusCode() / 100 == 3) {
                address = URI.create(address).resolve(next).toString();
                if (address.endsWith("/desk")) {
                    break;
                }
                answer = go(jars, address, null);
            } else {
                Matcher form = LOGIN.matcher(answer.asString());
                if (!form.find()) {
                    throw new IllegalStateException(address + " answered " + answer.statusCode() + " without a form to sign in");
                }
                address = form.group(1).replace("&amp;", "&");
                answer = go(jars, address, person.user());
            }
        }
        return jars.get("localhost:" + RestAssured.port);
    }

    /** @param user to sign in as, null to look only */
    private static Response go(Map<String, Map<String, String>> jars, String address, String user) {
        Map<String, String> jar = jars.computeIfAbsent(URI.create(address).getAuthority(), authority -> new HashMap<>());
        RequestSpecification request = given().redirects().follow(false).urlEncodingEnabled(false).cookies(jar);
        Response answer = user == null ? request.get(address) : request.contentType("application/x-www-form-urlencoded")
                .body("username=" + user + "&password=" + user).post(address);
        answer.detailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                jar.remove(cookie.getName());
            } else {
                jar.put(cookie.getName(), cookie.getValue());
            }
        });
        return answer;
    }

    private static void make(SignedIn person) {
        if (subjects(person).isEmpty()) {
            keycloak().contentType(JSON).body(Map.of("username", person.user(), "enabled", true, "email", person.email(), "emailVerified", true,
                            "firstName", person.name(), "lastName", person.name(),
                            "credentials", List.of(Map.of("type", "password", "value", person.user(), "temporary", false))))
                    .post("/admin/realms/roundhouse/users").then().statusCode(201);
        }
        String subject = subjects(person).get(0);
        Arc.container().instance(Units.class).get().inside(person.home(), Side.SYSTEM, 0,
                () -> Arc.container().instance(People.class).get().bind(person.user(), subject));
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
