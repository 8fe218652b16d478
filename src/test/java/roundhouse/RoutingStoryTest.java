package roundhouse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where a ticket goes, as tess sends it there with her mouse: to another tier, into another ticket and out again, to the client whose it is. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class RoutingStoryTest {

    @Test
    void tessHandsOverMergesTakesItBackAndSendsOnWhatIsAnotherClients() {
        Cast.tess();
        Cast.milton();
        String ref = ask("The switch in hall 2 blinks");
        String other = ask("The whole of hall 2 is offline");
        try (Chromium chromium = Chromium.start(); Visit tess = Visit.at(chromium.browser(), "http://localhost:" + RestAssured.port, "tess")) {
            handOver(tess, ref);
            merge(tess, ref, other);
            takeBack(tess, ref, other);
            sendToInitech(tess, other);
        }
    }

    private static void handOver(Visit tess, String ref) {
        Page page = more(tess, ref);
        tess.look("routing");
        page.locator("#handover-tier").selectOption("3");
        page.locator("#handover-reason").fill("They know the switches");
        page.locator("#handover-tried").fill("Another cable: the same\nRestarted it: the same");
        page.locator("#handover-next").fill("Read the log of the switch");
        tess.button("Hand over").click();
        assertThat(head(page)).containsText("Tier 3");
        assertThat(head(page)).containsText("Nobody");
        assertThat(page.locator(".entry.internal")).containsText("Read the log of the switch");
    }

    private static void merge(Visit tess, String ref, String other) {
        Page page = more(tess, ref);
        page.locator("#merge-into").fill(other);
        tess.button("Merge").click();
        assertThat(head(page).locator(".badge").first()).hasText("merged");
        page.locator(".entries a", new Page.LocatorOptions().setHasText("merged this into " + other)).click();
        assertThat(page).hasURL(Pattern.compile("/desk/tickets/" + other + "$"));
        assertThat(page.locator(".entries")).containsText("merged " + ref + " into this");
    }

    private static void takeBack(Visit tess, String ref, String other) {
        Page page = tess.page();
        page.locator(".entries a", new Page.LocatorOptions().setHasText("merged " + ref)).click();
        link(page, "Take the merge back").click();
        tess.look("routing-merged");
        tess.button("Take the merge back").click();
        assertThat(head(page).locator(".badge").first()).hasText("open");
        assertThat(page.locator(".entries")).containsText("took the merge into " + other + " back");
    }

    private static void sendToInitech(Visit tess, String ref) {
        Page page = more(tess, ref);
        page.locator("#merge-into").fill("ACME-999999");
        tess.button("Merge").click();
        assertThat(page.locator(".alert-warning:visible")).containsText("This client has no ticket ACME-999999");
        page.locator("#cancellation-reason").selectOption("misrouted");
        page.locator("#cancellation-client").selectOption("initech");
        page.locator("#cancellation-requester").fill("nobody.there");
        tess.button("Cancel the ticket").click();
        assertThat(page.locator(".alert-warning:visible")).containsText("nobody with the user name nobody.there");
        assertThat(page.locator("#cancellation-client")).hasValue("initech");
        page.locator("#cancellation-requester").fill("milton");
        tess.button("Cancel the ticket").click();
        assertThat(page).hasURL(Pattern.compile("/desk/tickets/INIT-\\d+$"));
        assertThat(head(page)).containsText("The whole of hall 2 is offline");
        assertThat(page.locator(".entries")).containsText("sent to the wrong place first");
        tess.open("/desk/tickets/" + ref);
        assertThat(head(page).locator(".badge").first()).hasText("cancelled");
    }

    private static Page more(Visit tess, String ref) {
        tess.open("/desk/tickets/" + ref);
        link(tess.page(), "More ...").click();
        assertThat(tess.page().locator("h1")).containsText(ref);
        return tess.page();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator head(Page page) {
        return page.locator("#ticket-head");
    }

    private static String ask(String subject) {
        return given().basePath("/api/v1").auth().oauth2(Cast.token(Cast.alice())).contentType(ContentType.JSON)
                .body(Map.of("subject", subject, "body", "Please help")).post("/clients/acme/tickets").then().statusCode(201).extract().path("ref");
    }
}
