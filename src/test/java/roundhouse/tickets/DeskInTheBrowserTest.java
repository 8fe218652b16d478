package roundhouse.tickets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Accessibility;
import roundhouse.Cast;
import roundhouse.Chromium;
import roundhouse.LocalParts;
import roundhouse.identity.SignedIn;

/** The desk as a technician has it open all day. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.RESTRICTED_TO_CLASS, initArgs = @ResourceArg(name = LocalParts.STORY, value = "desk"))
class DeskInTheBrowserTest {

    private static final double SECOND = 1_000;
    private static Chromium chromium;
    private static BrowserContext desk;

    @BeforeAll
    static void openChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeChromium() {
        chromium.close();
        desk = null;
    }

    @BeforeEach
    void enter() {
        Cast.tess();
        Cast.alice();
        Cast.uma();
    }

    @Test
    void aNewRequestStandsInAnOpenQueueWithoutMovingWhatIsUnderThePointer() {
        ask(Cast.alice(), "The first of the day");
        Page queue = open("/desk?client=acme");
        queue.locator(".rows tbody tr").first().hover();
        String ref = ask(Cast.alice(), "The scanner hums");
        Locator pill = queue.locator("#arrivals");
        assertThat(pill).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3 * SECOND));
        assertThat(queue.locator("#" + ref)).hasCount(0);
        queue.keyboard().press(".");
        assertThat(queue.locator("#" + ref)).containsText("The scanner hums");
    }

    @Test
    void whatHasJustComeStandsOnTopAlsoWhereItIsDueLast() {
        ask(Cast.alice(), "Due some time");
        Page queue = open("/desk?client=acme&limit=1");
        String ref = ask(Cast.alice(), "Due later than all");
        assertThat(queue.locator(".rows tbody tr[id]").first()).containsText("Due later than all", new LocatorAssertions.ContainsTextOptions().setTimeout(3 * SECOND));
        assertThat(queue.locator(".group").first()).hasText("Just in, nobody has them yet");
        queue.locator("#" + ref + " .take").click();
        assertThat(queue.locator("#" + ref + " .cell-assignee")).containsText("Tess");
        assertThat(open("/desk?client=acme&limit=1").locator("#" + ref)).hasCount(0);
    }

    @Test
    void theApiIsBrowsedWhereItIsSaidToBe() {
        Page api = open("/api");
        assertThat(api).hasTitle("Roundhouse API");
        assertThat(api.locator(".opblock-summary-path", new Page.LocatorOptions().setHasText("/api/v1/queue")).first()).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(10 * SECOND));
    }

    @Test
    void aTicketIsTakenFromItsRow() {
        String ref = ask(Cast.alice(), "The door bell is silent");
        Page queue = open("/desk?client=acme");
        queue.locator("#" + ref + " .take").click();
        assertThat(queue.locator("#" + ref + " .cell-assignee")).containsText("Tess");
    }

    @Test
    void aRowUnderThePointerIsNotTakenFromWhoeverWasFaster() {
        String ref = ask(Cast.alice(), "The letter box rattles");
        Page queue = open("/desk?client=acme");
        Locator take = queue.locator("#" + ref + " .take");
        take.hover();
        given().basePath("/api/v1").auth().oauth2(Cast.token(Cast.olga())).contentType(ContentType.JSON).body(Map.of("assignee", "olga"))
                .put("/tickets/" + ref + "/assignment").then().statusCode(200);
        take.click();
        assertThat(queue.locator("#outcome")).containsText(ref + ": Olga Berg took it just now. Nothing was changed.");
        assertThat(queue.locator("#selection .verbs")).isHidden();
        assertThat(queue.locator("#failure")).isHidden();
        assertThat(queue.locator("#" + ref + " .cell-assignee")).containsText("Olga");
        queue.locator("[data-select-none]").click();
        assertThat(queue.locator("#selection")).isHidden();
    }

    @Test
    void severalTicketsAreTakenAtOnceAndWhatIsRefusedStaysSelected() {
        String one = ask(Cast.alice(), "The first of two");
        String other = ask(Cast.alice(), "The second of two");
        Page queue = open("/desk?client=acme&q=of+two");
        queue.locator("#" + one + " [name=ticket]").check();
        queue.locator("#" + other + " [name=ticket]").check();
        queue.locator("#selection [data-verb=hold] summary").click();
        assertThat(Accessibility.violations(queue)).isEmpty();
        queue.locator("#selection [data-verb=hold] [type=submit]").click();
        assertThat(queue.locator("#outcome")).containsText("ask the question");
        assertThat(queue.locator("#selection output")).hasText("2 selected");
        queue.keyboard().press("Escape");
        queue.keyboard().press("a");
        assertThat(queue.locator("#outcome")).containsText("2 tickets assigned to you");
        assertThat(queue.locator("#" + one + " .cell-assignee")).containsText("Tess");
        assertThat(queue.locator("#" + other + " .cell-assignee")).containsText("Tess");
        assertThat(queue.locator(".rows :checked")).hasCount(0);
    }

    @Test
    void aTicketIsWorkedByKeyboardAlone() {
        Page page = open("/desk/tickets/" + ask(Cast.alice(), "The lift stops at every floor"));
        page.keyboard().press("n");
        page.keyboard().type("Ask the caretaker");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".entry.internal")).containsText("Ask the caretaker");
        assertThat(page.locator("#composer-body")).hasValue("");
        assertThat(page.locator("input[value=note]")).isChecked();
        page.keyboard().press("Escape");
        page.keyboard().press("e");
        page.keyboard().type("Told the lift that floors are optional.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".ticket-head .badge").first()).hasText("resolved");
    }

    @Test
    void whatWasSaidIsFoundByKeyboardAlone() {
        String ref = ask(Cast.alice(), "The turnstile counts backwards");
        note(ref, "It is the gearbox of the turnstile");
        Page page = open("/desk");
        page.keyboard().press("/");
        page.keyboard().type("gearb");
        page.keyboard().press("Enter");
        assertThat(page.locator(".hit mark")).hasText("gearbox");
        assertThat(page.locator("input[name=q]")).hasValue("gearb");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ticket-head")).containsText("The turnstile counts backwards");
    }

    @Test
    void whatIsRefusedIsDrawnAgainWithWhatWasTyped() {
        Page page = open("/desk/tickets/" + ask(Cast.alice(), "The clock runs backwards"));
        page.keyboard().press("h");
        page.locator("#hold-question").fill("Which clock?");
        page.locator("#hold-until").fill("2020-01-01T10:00");
        page.locator("[data-verb=hold] button[type=submit]").click();
        assertThat(page.locator("[data-verb=hold] .problem")).containsText("ends in the future");
        assertThat(page.locator("#hold-question")).hasValue("Which clock?");
    }

    @Test
    void whatAColleagueWritesArrivesAndWhatIsBeingTypedStays() {
        String ref = ask(Cast.alice(), "The fan is loud");
        Page page = open("/desk/tickets/" + ref);
        page.locator("#composer-body").fill("Half a sentence");
        note(ref, "It is the bearing");
        assertThat(page.locator(".entry.internal")).containsText("It is the bearing");
        assertThat(page.locator("#composer-body")).hasValue("Half a sentence");
        page.reload();
        assertThat(page.locator("#composer-body")).hasValue("Half a sentence");
    }

    @Test
    void aWordThatCrossesAColleaguesIsKeptAndSentTheSecondTime() {
        String ref = ask(Cast.alice(), "The blinds are stuck");
        Page page = open("/desk/tickets/" + ref);
        page.locator("#composer-body").fill("Pull the cord");
        note(Cast.olga(), ref, "The motor is broken");
        assertThat(page.locator(".entry.internal")).containsText("The motor is broken");
        page.locator("button.send-reply").click();
        assertThat(page.locator(".composer .problem")).containsText("The motor is broken");
        assertThat(page.locator("#composer-body")).hasValue("Pull the cord");
        page.locator("button.send-reply").click();
        assertThat(page.locator(".entry.staff")).containsText("Pull the cord");
        note(Cast.olga(), ref, "Ordered a new one");
        assertThat(page.locator(".entry.internal").last()).containsText("Ordered a new one");
        page.locator("#composer-body").fill("A new one comes");
        page.locator("button.send-reply").click();
        assertThat(page.locator(".entry.staff").last()).containsText("A new one comes");
    }

    @Test
    void scriptInASubjectStaysText() {
        String ref = ask(Cast.alice(), "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">");
        Page queue = open("/desk?client=acme");
        assertThat(queue.locator("#" + ref)).containsText("<script>");
        Page page = open("/desk/tickets/" + ref);
        assertThat(page).hasTitle(Pattern.compile("^" + ref + ".*Roundhouse$"));
        assertThat(page.locator(".ticket-head img, .entries img")).hasCount(0);
    }

    @Test
    void aTicketOutOfReachIsNotThere() {
        String ref = ask(Cast.uma(), "MARKER-UMBRELLA");
        Page page = open("/desk/tickets/" + ref);
        assertThat(page.locator("h1")).hasText("Not found");
        assertThat(page.content()).doesNotContain("MARKER-UMBRELLA");
        assertThat(open("/desk").content()).doesNotContain("MARKER-UMBRELLA");
    }

    @Test
    void everyScreenCanBeUsedByEverybody() {
        String ref = ask(Cast.alice(), "The window does not close");
        for (String path : new String[] {"/desk", "/desk/tickets/" + ref, "/desk/clients", "/desk/clients/acme", "/desk/search?q=window", "/desk/search?q=nowhere"}) {
            Page page = open(path);
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
                for (int width : new int[] {1440, 390}) {
                    page.setViewportSize(width, 900);
                    assertThat(Accessibility.violations(page)).as(path + " " + scheme + " " + width).isEmpty();
                }
            }
            page.close();
        }
    }

    private static Page open(String path) {
        if (desk == null) {
            desk = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
            signIn(desk.newPage());
        }
        Page page = desk.newPage();
        page.navigate("http://localhost:" + RestAssured.port + path);
        return page;
    }

    private static void signIn(Page page) {
        page.navigate("http://localhost:" + RestAssured.port + "/desk");
        page.locator("#username").fill("tess");
        if (!page.locator("#password").isVisible()) {
            page.locator("[type=submit]").click();
        }
        page.locator("#password").fill("tess");
        page.locator("[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Queue");
        page.close();
    }

    private static String ask(SignedIn person, String subject) {
        return given().basePath("/api/v1").auth().oauth2(Cast.token(person)).contentType(ContentType.JSON)
                .body(Map.of("subject", subject, "body", "Please help")).post("/clients/" + client(person) + "/tickets")
                .then().statusCode(201).extract().path("ref");
    }

    private static void note(String ref, String body) {
        note(Cast.tess(), ref, body);
    }

    private static void note(SignedIn person, String ref, String body) {
        given().basePath("/api/v1").auth().oauth2(Cast.token(person)).contentType(ContentType.JSON)
                .body(Map.of("body", body)).post("/tickets/" + ref + "/notes").then().statusCode(200);
    }

    private static String client(SignedIn person) {
        return person.home() == Cast.acme().id() ? "acme" : "umbrella";
    }
}
