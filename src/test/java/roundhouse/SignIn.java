package roundhouse;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.identity.SignedIn;

/** Signs in as a browser does, by Keycloak's own form, and keeps the cookies of one host. */
public final class SignIn {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int PAGES = 3;

    private final String start;
    private final Supplier<RequestSpecification> browser;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> atKeycloak = new HashMap<>();
    private final List<Cookie> ownCookies = new ArrayList<>();

    private SignIn(String host, Supplier<RequestSpecification> browser) {
        this.start = host.equals("localhost") ? "/desk" : "/requests";
        this.browser = browser;
    }

    /** @param host {@code acme.localhost}, {@code localhost} */
    public static SignIn at(String host, SignedIn person) {
        return at(host, person.user());
    }

    public static SignIn at(String host, String user) {
        return walked(new SignIn(host, () -> nobody(host)), user);
    }

    /** The same through a proxy that speaks https with the browser and http with us. */
    public static SignIn behindTheProxy(String host, SignedIn person) {
        return walked(new SignIn(host, () -> nobodyBehindTheProxy(host)), person.user());
    }

    private static SignIn walked(SignIn signIn, String user) {
        signIn.walk(user);
        return signIn;
    }

    /** The next request of this browser. It follows nothing by itself. */
    public RequestSpecification request() {
        return browser.get().cookies(cookies);
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** As they were set, with all that a browser is told of them. */
    public List<Cookie> sessionCookies() {
        return ownCookies.stream().filter(cookie -> cookie.getName().startsWith("q_session")).toList();
    }

    /** Those that led to Keycloak and back among them; what was only taken back is not. */
    public List<Cookie> ownCookies() {
        return List.copyOf(ownCookies);
    }

    /** A page of Keycloak's, with its cookies of this browser. It follows nothing by itself. */
    public Response atKeycloak(String address) {
        return given().redirects().follow(false).urlEncodingEnabled(false).cookies(atKeycloak).get(address);
    }

    /** A browser without a sign-in. Client hosts are not looked up: only browsers know them. */
    public static RequestSpecification nobody(String host) {
        return given().baseUri("http://127.0.0.1").port(RestAssured.port).header("Host", host + ":" + RestAssured.port)
                .redirects().follow(false).urlEncodingEnabled(false);
    }

    public static RequestSpecification nobodyBehindTheProxy(String host) {
        return nobody(host).header("Host", host).header("X-Forwarded-Proto", "https");
    }

    private void walk(String user) {
        Response asked = request().get(start);
        keep(asked);
        Response page = given().redirects().follow(false).urlEncodingEnabled(false).get(asked.header("Location"));
        for (int pages = 0; pages < PAGES && page.statusCode() == 200; pages++) {
            atKeycloak.putAll(page.cookies());
            page = given().redirects().follow(false).cookies(atKeycloak).urlEncodingEnabled(true)
                    .formParam("username", user).formParam("password", user).post(URI.create(action(page)));
        }
        atKeycloak.putAll(page.cookies());
        String back = page.header("Location");
        if (back == null) {
            throw new IllegalStateException("Keycloak did not let " + user + " in: " + page.statusCode() + "\n" + page.asString());
        }
        Response returned = request().get(pathOf(back));
        keep(returned);
        if (cookies.keySet().stream().noneMatch(cookie -> cookie.startsWith("q_session"))) {
            throw new IllegalStateException(user + " came back from " + back + " without a session: " + returned.statusCode() + " " + returned.headers());
        }
    }

    private void keep(Response response) {
        cookies.putAll(response.cookies());
        response.detailedCookies().asList().stream().filter(cookie -> !cookie.getValue().isEmpty()).forEach(ownCookies::add);
    }

    private static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static String action(Response page) {
        Matcher form = FORM.matcher(page.asString());
        if (!form.find()) {
            throw new IllegalStateException("Keycloak shows no form:\n" + page.asString());
        }
        return form.group(1).replace("&amp;", "&");
    }
}
