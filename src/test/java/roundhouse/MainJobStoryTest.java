package roundhouse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.start.Demonstration;

/** The main job, in real browsers: alice asks, tess sees it at once, works and resolves it, amy pulls the report. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.RESTRICTED_TO_CLASS, initArgs = @ResourceArg(name = LocalParts.STORY, value = "main job"))
class MainJobStoryTest {

    private static final String CALENDAR = "office";
    private static final String POLICY = "standard";

    private static final double ARRIVES = 30_000;
    private static final double ROOM = 8;
    private static final int TICKETS = 240;
    private static final int OPEN = 30;

    @Inject
    Demonstration demonstration;
    @Inject
    NearPromises promises;

    @BeforeEach
    void tellTheDemonstration() {
        demonstration.tell(TICKETS, OPEN);
    }

    /** The toast arrives by itself, is reached by a key and leads to its ticket; a broken promise is asked about, and the report tells the answer. */
    @Test
    void tessIsWarnedOfAPromiseAndSaysWhyAnotherWasBroken() {
        try (Chromium chromium = Chromium.start(); Visit tess = Visit.at(chromium.browser(), desk(), "tess")) {
            Page page = tess.page();
            tess.open("/desk");
            Locator told = page.getByRole(AriaRole.STATUS, new Page.GetByRoleOptions().setName("Warnings"));
            assertThat(told.locator("a")).hasCount(0);
            String near = promises.asked("The planning board shows no trips", Duration.ofMinutes(3 * 60 + 25));
            assertThat(told.locator("a").first()).containsText(near, new LocatorAssertions.ContainsTextOptions().setTimeout(ARRIVES));
            assertThat(told).containsText("resolution: 80% used");
            assertThat(page).hasURL(Pattern.compile("/desk$"));
            page.setViewportSize(1280, 640);
            tess.look("warning");
            inEveryLight(tess, "warning");
            goesAfterAMinuteWithoutMoving(page);
            page.keyboard().press("w");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/desk/tickets/" + near + "$"));
            assertThat(page.locator("#entries")).containsText("Promise comes near: resolution: 80% used");
            tess.open("/desk");
            page.keyboard().press("w");
            assertThat(page).hasURL(Pattern.compile("/desk/warnings$"));
            assertThat(page.locator("main")).containsText(near);
            inEveryLight(tess, "warnings");
            List<Locator> warned = page.locator(".warned-list a").all();
            page.keyboard().press("j");
            assertThat(warned.get(0)).isFocused();
            page.keyboard().press("j");
            assertThat(warned.get(Math.min(1, warned.size() - 1))).isFocused();
            page.keyboard().press("k");
            assertThat(warned.get(0)).isFocused();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/desk/tickets/" + near + "$"));

            String broken = promises.asked("Trips to Venlo are planned twice", Duration.ofMinutes(4 * 60 + 12));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                tess.open("/desk/tickets/" + broken);
                assertThat(page.locator(".why-missed").count()).isEqualTo(1);
            });
            page.getByLabel("Why was the resolution missed?").selectOption("outage");
            page.setViewportSize(1280, 640);
            double asked = page.getByText("Keep for the report").boundingBox().y + page.getByText("Keep for the report").boundingBox().height;
            assertThat(page.locator("#composer").boundingBox().y - asked).as("between the question and the composer").isGreaterThan(ROOM);
            tess.look("cause");
            inEveryLight(tess, "cause");
            page.getByLabel("Note on why").fill("The planning server was down until noon");
            tess.button("Keep for the report").click();
            assertThat(page.locator(".why-missed")).hasCount(0);
            assertThat(page.locator("#entries")).containsText("The planning server was down until noon");
            tess.open("/desk");
            selectedOnThePhone(tess);
            tellsTheReason(chromium, broken);
        }
    }

    private static void tellsTheReason(Chromium chromium, String broken) {
        try (Visit amy = Visit.at(chromium.browser(), desk(), "amy")) {
            amy.open("/desk/reports/globex?from=" + LocalDate.now().minusDays(1) + "&to=" + LocalDate.now().plusDays(1));
            assertThat(amy.page().locator("main tr", new Page.LocatorOptions().setHasText(broken)).first()).containsText("A larger outage came first");
        }
    }

    private static void goesAfterAMinuteWithoutMoving(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Locator toast = page.locator(".warned").first();
        toast.evaluate("toast => toast.getAnimations().forEach(going => { going.pause(); going.currentTime = 59_000; })");
        assertThat((String) toast.evaluate("toast => getComputedStyle(toast).opacity")).isEqualTo("1");
        toast.evaluate("toast => toast.getAnimations().forEach(going => going.currentTime = 60_500)");
        assertThat(toast).isHidden();
        toast.evaluate("toast => toast.getAnimations().forEach(going => going.currentTime = 0)");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    }

    private static void selectedOnThePhone(Visit tess) {
        Page page = tess.page();
        page.setViewportSize(390, 844);
        page.getByLabel("Select all on this page").check();
        page.locator(".rows [name=ticket]").nth(1).uncheck();
        page.locator(".rows [name=ticket]").first().check();
        assertThat(page.locator("#selection output")).containsText("selected");
        tess.look("selection-390");
        page.locator("#selection [data-verb=assignment] summary").click();
        Locator first = page.locator("#selection [data-verb=assignment] .panel button").first();
        assertThat(first).isInViewport();
        tess.look("selection-390-open");
        page.keyboard().press("Escape");
        page.locator("[data-select-none]").click();
        assertThat(page.locator("#selection")).isHidden();
        page.setViewportSize(1440, 900);
    }

    /** Without motion: axe would meet colours half-way from one scheme to the other. */
    private static void inEveryLight(Visit tess, String picture) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            tess.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            for (int width : new int[] {390, 1280}) {
                tess.page().setViewportSize(width, 844);
                tess.look("promises/" + picture + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
            }
        }
        tess.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setReducedMotion(ReducedMotion.NO_PREFERENCE));
        tess.page().setViewportSize(1440, 900);
    }

    @Test
    void aliceAsksTessResolvesAmyReports() throws IOException {
        try (Chromium chromium = Chromium.start();
                Visit outside = Visit.outside(chromium.browser(), portal("acme"));
                Visit tess = Visit.at(chromium.browser(), desk(), "tess");
                Visit alice = Visit.at(chromium.browser(), portal("acme"), "alice")) {
            outside.look("sign-in");
            tess.open("/desk?sort=updated");
            alice.open("/");
            alice.look("portal-home");

            String ref = ask(alice);
            seesAtOnce(tess, ref);
            tess.look("queue");
            nothingIsCutOffAt(1280, tess);
            tess.open("/desk/search?q=calendar+meet");
            assertThat(tess.page().locator(".hits")).containsText("yesterday's meetings");
            tess.look("search");

            work(tess, ref);
            alice.open("/requests/" + ref);
            assertThat(alice.page().locator("main")).containsText("Waiting for you");
            alice.page().locator("#body").fill("Since this morning, on the laptop only.");
            alice.button("Send answer").click();
            assertThat(alice.page().locator("main")).containsText("We are working on it");
            alice.look("portal-request");

            resolve(tess, ref);
            alice.open("/requests/" + ref);
            assertThat(alice.page().locator("main")).containsText("Solved");
            assertThat(alice.page().locator("main")).not().containsText("third one this week");

            report(chromium);
            onThePhone(chromium, ref);
            administration(chromium);
        }
    }

    /** The row itself where the list is at rest, else the word that there is something new, which a key brings in. */
    private static void seesAtOnce(Visit tess, String ref) {
        Locator row = tess.page().locator("#" + ref);
        Locator told = tess.page().locator("#arrivals:visible");
        assertThat(row.or(told).first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5_000));
        if (told.count() > 0) {
            tess.page().keyboard().press(".");
        }
        assertThat(row).isVisible();
    }

    /** At the hour of the test few clocks are asleep: the longest that a row can say is put into each. */
    private static void nothingIsCutOffAt(int width, Visit tess) {
        tess.page().setViewportSize(width, 900);
        tess.look("queue-" + width);
        assertThat(tess.page().locator(".due .kind:text('first owner')").count()).isPositive();
        tess.page().evaluate("document.querySelectorAll('.due:not(.soon, .over) .left').forEach(words => words.textContent = 'sleeps until 24 Dec 09:00')");
        assertThat((List<?>) tess.page().evaluate("[...document.querySelectorAll('.cell-due, .due .left')]"
                + ".filter(part => part.scrollWidth > part.clientWidth).map(part => part.textContent)")).isEmpty();
        tess.page().setViewportSize(1440, 900);
    }

    private static String ask(Visit alice) {
        alice.open("/requests/new?category=email");
        alice.page().locator("#subject").fill("Calendar shows yesterday's meetings");
        alice.page().locator("#body").fill("Outlook stopped *updating*. The phone is fine.");
        for (Locator choice : alice.page().locator("form.ask select[required]").all()) {
            choice.selectOption(new SelectOption().setIndex(1));
        }
        alice.look("portal-ask");
        alice.button("Send request").click();
        alice.page().waitForURL("**/requests/ACME-*");
        return alice.page().url().replaceAll(".*/requests/(ACME-\\d+).*", "$1");
    }

    private static void work(Visit tess, String ref) {
        Page page = tess.page();
        tess.open("/desk/tickets/" + ref);
        page.locator("#composer-body").fill("Could be the profile; third one this week.");
        page.locator("label", new Page.LocatorOptions().setHasText("Internal note")).first().click();
        page.locator("button.send-note:visible").click();
        assertThat(page.locator("main")).containsText("third one this week");
        page.locator("#verb-hold").click();
        page.locator("#hold-reason").selectOption("client");
        page.locator("#hold-question").fill("Since when, and on which device?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put on hold")).click();
        assertThat(page.locator("main")).containsText("End the hold");
        tess.look("ticket");
    }

    private static void resolve(Visit tess, String ref) {
        Page page = tess.page();
        tess.open("/desk/tickets/" + ref);
        page.locator("#verb-resolution").click();
        page.locator("#resolution-summary").fill("Rebuilt the Outlook profile; the calendar is current again.");
        page.locator("#resolution-code").selectOption("fixed");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Resolve").setExact(true)).last().click();
        assertThat(page.locator("main")).containsText("Rebuilt the Outlook profile");
        tess.open("/desk/clients/acme");
        tess.look("client");
    }

    private static void report(Chromium chromium) throws IOException {
        try (Visit amy = Visit.at(chromium.browser(), desk(), "amy")) {
            amy.open("/desk/reports/acme?from=2026-01-01&to=" + LocalDate.now());
            assertThat(amy.page().locator("main")).containsText("ACME");
            amy.look("report");
            amy.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            amy.look("report-print");
            amy.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            amy.open("/desk/reports/acme/repair?from=2026-01-01&to=" + LocalDate.now() + "&terms=now");
            assertThat(amy.page().locator("main")).containsText("told anew");
            amy.look("repair");
            amy.open("/desk/reports/acme?from=2026-01-01&to=" + LocalDate.now());
            Download csv = amy.page().waitForDownload(() -> amy.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV")).click());
            assertThat(Files.readString(csv.path())).startsWith("kind,priority,n,met,missed,compliance").contains("first_response");
        }
        try (Visit amy = Visit.onThePhone(chromium.browser(), desk(), "amy")) {
            amy.open("/desk/reports/acme?from=2026-01-01&to=" + LocalDate.now());
            amy.look("report-phone");
        }
    }

    private static void onThePhone(Chromium chromium, String ref) {
        try (Visit alice = Visit.onThePhone(chromium.browser(), portal("acme"), "alice")) {
            alice.open("/");
            alice.look("portal-home-phone");
            alice.open("/requests/" + ref);
            alice.look("portal-request-phone");
        }
    }

    private static void promises(Visit olga) {
        olga.open("/desk/clients/acme/calendars");
        olga.look("calendars");
        olga.open("/desk/clients/acme/calendars/" + CALENDAR);
        olga.look("calendar");
        olga.open("/desk/clients/acme/calendar-draft?name=" + CALENDAR);
        olga.look("calendar-draft");
        olga.open("/desk/clients/acme/policies");
        olga.look("policies");
        olga.open("/desk/clients/acme/policies/" + POLICY);
        olga.look("policy");
        olga.open("/desk/clients/acme/policy-draft?name=" + POLICY);
        olga.look("policy-draft");
        olga.open("/desk/clients/acme/coverage");
        olga.look("coverage");
    }

    private static void administration(Chromium chromium) {
        try (Visit olga = Visit.at(chromium.browser(), desk(), "olga")) {
            olga.open("/desk/administration/mail");
            assertThat(olga.page().locator("main")).containsText("Calendar shows yesterday");
            olga.look("administration-mail");
            olga.open("/desk/administration/environments");
            olga.look("environments");
            promises(olga);
        }
    }

    private static String desk() {
        return "http://localhost:" + RestAssured.port;
    }

    private static String portal(String client) {
        return "http://" + client + ".localhost:" + RestAssured.port;
    }
}
