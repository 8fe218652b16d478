package roundhouse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.UserSessionRepresentation;
import roundhouse.identity.SignIns;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Catalogue;
import roundhouse.tickets.Category;
import roundhouse.tickets.Tier;

/** A sign-in that ends under somebody's hands takes nothing along, and one that is ended opens nothing. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class EntranceInTheBrowserTest {

    @Inject
    Keycloak keycloak;
    @Inject
    SignIns signIns;
    @Inject
    Units units;
    @Inject
    Catalogue catalogue;

    @Test
    void aDraftSurvivesAnEndedSignInAndSigningOutEndsBothSessions() throws SQLException {
        SignedIn alice = Cast.alice();
        SignedIn tess = Cast.tess();
        units.inside(alice.home(), Side.SYSTEM, 0, () -> catalogue.put(List.of(
                new Category("door", "Doors and keys", Tier.FIRST, Priority.P3, List.of(), List.of()))));
        try (Chromium chromium = Chromium.start()) {
            try (Visit portal = Visit.at(chromium.browser(), "http://acme.localhost:" + RestAssured.port, "alice")) {
                draftInThePortal(portal, alice);
                signOut(portal, "/requests");
            }
            try (Visit desk = Visit.at(chromium.browser(), "http://localhost:" + RestAssured.port, "tess")) {
                draftOnTheDesk(desk, tess, ask(alice));
            }
        }
    }

    private void draftInThePortal(Visit portal, SignedIn alice) throws SQLException {
        Page page = portal.page();
        String subject = "The door of the archive sticks " + UUID.randomUUID();
        portal.open("/requests/new?category=door");
        page.locator("#subject").fill(subject);
        page.locator("#body").fill("It opens a hand's breadth, no more.");
        endSessions(alice);
        portal.button("Send request").click();
        assertThat(page.locator("h1")).hasText("Please sign in again");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in again")).click();
        portal.passKeycloak("alice");
        assertThat(page.locator("#subject")).hasValue(subject);
        assertThat(page.locator("#body")).hasValue("It opens a hand's breadth, no more.");
        portal.button("Send request").click();
        page.waitForURL("**/requests/ACME-*");
        assertThat(page.locator("main")).containsText(subject);
    }

    private void draftOnTheDesk(Visit desk, SignedIn tess, String ref) throws SQLException {
        Page page = desk.page();
        desk.open("/desk/tickets/" + ref);
        page.locator("#composer-body").fill("Please try the other key.");
        endSessions(tess);
        page.locator("button.send-reply:visible").click();
        Locator failure = page.locator("#failure");
        assertThat(failure).containsText("Your sign-in has ended. What you typed is kept.");
        failure.getByRole(AriaRole.LINK).click();
        desk.passKeycloak("tess");
        assertThat(page.locator("#composer-body")).hasValue("Please try the other key.");
        page.locator("button.send-reply:visible").click();
        assertThat(page.locator(".entries")).containsText("Please try the other key.");
    }

    private static void signOut(Visit visit, String path) {
        visit.button("Sign out").click();
        assertThat(visit.page().locator("input[name=username]")).isVisible();
        visit.open(path);
        assertThat(visit.page().locator("input[name=username]")).isVisible();
    }

    /** At Keycloak and with us, as when somebody signs out elsewhere. Tokens of scripts, which other stories use, stay. */
    private void endSessions(SignedIn person) throws SQLException {
        RealmResource realm = keycloak.realm("roundhouse");
        String id = realm.users().searchByUsername(person.user(), true).get(0).getId();
        List<String> sessions = realm.users().get(id).getUserSessions().stream().filter(session -> session.getClients().containsValue("roundhouse"))
                .map(UserSessionRepresentation::getId).toList();
        assertThat(sessions).isNotEmpty();
        try (var connection = LocalParts.asSuperuser();
                var ended = connection.prepareStatement("insert into ended_session (sid, at) values (?, now()) on conflict do nothing")) {
            for (String session : sessions) {
                ended.setString(1, session);
                ended.executeUpdate();
                realm.deleteSession(session, false);
            }
        }
        signIns.forget();
    }

    private static String ask(SignedIn alice) {
        return given().basePath("/api/v1").auth().oauth2(Cast.token(alice)).contentType("application/json")
                .body(Map.of("subject", "The key does not turn", "body", "Neither way")).post("/clients/acme/tickets").then().statusCode(201).extract().path("ref");
    }
}
