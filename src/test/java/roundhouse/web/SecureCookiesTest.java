package roundhouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.identity.Realm;

/** People come by https to a proxy, and the proxy to us by http: what lets somebody in must never be sent in the clear. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.RESTRICTED_TO_CLASS, initArgs = @ResourceArg(name = LocalParts.PROXY, value = "https"))
class SecureCookiesTest {

    private static final String PORTAL = "acme.localhost";
    private static final String DESK = "localhost";

    @Inject
    Realm realm;

    @BeforeEach
    void signInMayReturnByHttps() {
        Cast.alice();
        Cast.tess();
        realm.keepOrigins(Set.of("https://" + PORTAL, "https://" + DESK));
    }

    @Test
    void everyCookieOfTheSignInIsForHttpsOnlyOnThePortal() {
        SignIn alice = SignIn.behindTheProxy(PORTAL, Cast.alice());
        alice.request().get("/requests").then().statusCode(200);
        areSecure(alice);
        Response sent = alice.request().header("Origin", "https://" + PORTAL).multiPart("subject", "By https").multiPart("body", "Since this morning")
                .multiPart("token", UUID.randomUUID().toString()).post("/requests/new");
        sent.then().statusCode(303).header("Location", containsString("https://" + PORTAL + "/requests/ACME-"));
        assertThat(sent.detailedCookie("sent").isSecured()).isTrue();
    }

    @Test
    void everyCookieOfTheSignInIsForHttpsOnlyAtTheDesk() {
        SignIn tess = SignIn.behindTheProxy(DESK, Cast.tess());
        tess.request().get("/desk").then().statusCode(200);
        areSecure(tess);
    }

    @Test
    void evenWhereTheProxyDoesNotSayThatItWasHttps() {
        for (String host : new String[] {PORTAL, DESK}) {
            Response begun = SignIn.nobody(host).get(host.equals(DESK) ? "/desk" : "/requests");
            begun.then().statusCode(302);
            assertThat(begun.detailedCookies().asList()).isNotEmpty().allSatisfy(cookie -> assertThat(cookie.isSecured()).isTrue());
        }
    }

    @Test
    void keycloakIsToldToComeBackByHttps() {
        SignIn.nobodyBehindTheProxy(PORTAL).get("/requests").then().statusCode(302)
                .header("Location", containsString("redirect_uri=https%3A%2F%2F" + PORTAL + "%2Fsigned-in"));
    }

    private static void areSecure(SignIn signIn) {
        assertThat(signIn.ownCookies()).extracting(cookie -> cookie.getName().substring(0, 6)).contains("q_auth", "q_sess");
        assertThat(signIn.ownCookies()).extracting(Cookie::isSecured).containsOnly(true);
        assertThat(signIn.ownCookies()).allSatisfy(cookie -> {
            assertThat(cookie.getDomain()).isNull();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
    }
}
