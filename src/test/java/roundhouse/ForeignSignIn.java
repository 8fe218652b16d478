package roundhouse;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser on a client's host that signs in by the client's own identity provider. */
public final class ForeignSignIn {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    /** RFC 7636, appendix B. */
    private static final String CODE_VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CODE_CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Pattern REALM = Pattern.compile("/realms/([^/]+)/.*");

    private final String host;
    private final String keycloak = LocalParts.keycloakSettings().get("roundhouse.keycloak.url");
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, Map<String, String>> cookiesOfRealms = new HashMap<>();

    /** @param host {@code acme.localhost} */
    public ForeignSignIn(String host) {
        this.host = host;
    }

    /** Keycloak's page, as it stands before anybody has said who he is. */
    public Response page() {
        Response begun = SignIn.nobody(host).get("/requests");
        cookies.putAll(begun.cookies());
        return ask(begun.header("Location"));
    }

    /** Where that page leads to the identity provider; empty where it does not. */
    public static Optional<String> way(Response page, String alias) {
        return found(Pattern.compile("href=\"([^\"]*/broker/" + alias + "/login[^\"]*)\""), page);
    }

    /** Says to Keycloak who he is, without a password. @return what it answers */
    public Response named(Response page, String name) {
        return post(page, Map.of("username", name));
    }

    /** Signs in there. @return what our host answers to the first page, or Keycloak's refusal */
    public Response through(String way, String user) {
        Response answer = signedIn(way, user);
        String back = answer.header("Location");
        if (back == null) {
            return answer;
        }
        return back(host, cookies, back, "/requests");
    }

    /** What a script holds whose user signs in there by a browser: no session with us, but a token of Keycloak's for the API. */
    public String token(String alias, String user) {
        String begun = SignIn.nobody(host).get("/requests").header("Location").replaceAll("code_challenge=[^&]*", "code_challenge=" + CODE_CHALLENGE);
        String back = signedIn(way(ask(begun), alias).orElseThrow(), user).header("Location");
        return given().formParams(Map.of("grant_type", "authorization_code", "client_id", "roundhouse",
                        "client_secret", LocalParts.keycloakSettings().get("roundhouse.keycloak.client-secret"),
                        "redirect_uri", parameter(begun, "redirect_uri"), "code", parameter(back, "code"), "code_verifier", CODE_VERIFIER))
                .post(URI.create(keycloak + "/realms/roundhouse/protocol/openid-connect/token")).then().statusCode(200).extract().path("access_token");
    }

    private Response signedIn(String way, String user) {
        return followed(post(followed(ask(way)), Map.of("username", user, "password", user)));
    }

    private static String parameter(String address, String name) {
        return Stream.of(URI.create(address).getRawQuery().split("&")).filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8)).findFirst().orElseThrow();
    }

    /** Goes on to another host of ours, where Keycloak knows this browser and asks nothing. @return the page there */
    public Response onwards(String other, String path) {
        Response begun = SignIn.nobody(other).get(path);
        if (begun.statusCode() != 302) {
            throw new IllegalStateException(other + " answered " + begun.statusCode() + " instead of leading to Keycloak:\n" + begun.asString());
        }
        return back(other, new HashMap<>(begun.cookies()), followed(ask(begun.header("Location"))).header("Location"), path);
    }

    /** A page of Keycloak's, as this browser sees it. */
    public Response atKeycloak(String address) {
        return ask(address);
    }

    private static Response back(String host, Map<String, String> cookies, String address, String path) {
        URI uri = URI.create(address);
        Response returned = SignIn.nobody(host).cookies(cookies).get(uri.getRawPath() + "?" + uri.getRawQuery());
        cookies.putAll(returned.cookies());
        return returned.statusCode() == 302 ? SignIn.nobody(host).cookies(cookies).get(path) : returned;
    }

    private Response followed(Response answer) {
        Response last = answer;
        while (last.header("Location") != null && last.header("Location").startsWith(keycloak)) {
            last = ask(last.header("Location"));
        }
        return last;
    }

    private Response ask(String address) {
        String absolute = address.startsWith("/") ? keycloak + address : address;
        return kept(absolute, given().redirects().follow(false).urlEncodingEnabled(false).cookies(of(absolute)).get(absolute));
    }

    private Response post(Response page, Map<String, String> form) {
        String action = found(FORM, page).orElseThrow(() -> new IllegalStateException("There is no form:\n" + page.asString()));
        return kept(action, given().redirects().follow(false).cookies(of(action)).formParams(form).post(URI.create(action)));
    }

    private Response kept(String address, Response response) {
        of(address).putAll(response.cookies());
        return response;
    }

    private Map<String, String> of(String address) {
        return cookiesOfRealms.computeIfAbsent(REALM.matcher(URI.create(address).getPath()).replaceAll("$1"), realm -> new HashMap<>());
    }

    private static Optional<String> found(Pattern pattern, Response page) {
        Matcher matcher = pattern.matcher(page.asString());
        return matcher.find() ? Optional.of(matcher.group(1).replace("&amp;", "&")) : Optional.empty();
    }
}
