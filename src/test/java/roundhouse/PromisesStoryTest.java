package roundhouse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Olga edits promises on screen and in the folder, sees where they differ, and decides. Every page of promises is looked at on the phone and the desk. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.RESTRICTED_TO_CLASS, initArgs = @ResourceArg(name = LocalParts.STORY, value = "promises"))
class PromisesStoryTest {

    private static final List<String> PAGES = List.of("/desk/administration", "/desk/administration/environments", "/desk/administration/environments/hartmann",
            "/desk/clients/hartmann/calendars", "/desk/clients/hartmann/calendars/chambers", "/desk/clients/hartmann/calendar-draft?name=chambers",
            "/desk/clients/hartmann/policies", "/desk/clients/hartmann/policies/partners-promise", "/desk/clients/hartmann/policy-draft?name=partners-promise",
            "/desk/clients/hartmann/coverage");

    @Test
    void olgaSeesWhereScreenAndFolderDifferAndDecides() throws IOException {
        Path folder = ConfigProvider.getConfig().getValue("roundhouse.tenants", Path.class);
        try (Chromium chromium = Chromium.start(); Visit olga = Visit.at(chromium.browser(), "http://localhost:" + RestAssured.port, "olga")) {
            editOnScreen(olga);
            Path terms = folder.resolve("hartmann/sla.yaml");
            String before = Files.readString(terms);
            Files.writeString(terms, before.replaceFirst("P4: \\{[^}]*}", "P4: {resolution: 9 days}"));
            assertThat(before).isNotEqualTo(Files.readString(terms));
            Files.writeString(folder.resolve("globex/sla.yaml"), "policies:\n  - {name: standard, calender: office}\n");

            olga.open("/desk/administration");
            assertThat(row(olga, "hartmann")).containsText("changed on screen");
            assertThat(row(olga, "globex")).containsText("globex/sla.yaml:2, policies[0].calender");
            assertThat(row(olga, "acme")).containsText("as the folder says");
            lookEverywhere(olga);

            decide(olga);
        }
    }

    private static void editOnScreen(Visit olga) {
        olga.open("/desk/clients/hartmann/policy-draft?name=partners-promise");
        olga.page().locator("#P3-resolution").fill("3h30m");
        olga.button("Save as a new version").click();
        assertThat(olga.page().locator("main")).containsText("3 h 30 min");
    }

    /** At the width of a phone in the dark, and of a laptop in the light. */
    private static void lookEverywhere(Visit olga) {
        for (String address : PAGES) {
            look(olga, address, 390, ColorScheme.DARK);
            look(olga, address, 1280, ColorScheme.LIGHT);
        }
        olga.page().setViewportSize(1440, 900);
        olga.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void look(Visit olga, String address, int width, ColorScheme scheme) {
        olga.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        olga.page().setViewportSize(width, 844);
        olga.open(address);
        olga.look("promises/" + address.replaceFirst("/desk/", "").replaceAll("[^a-z]+", "-") + "-" + width);
    }

    private static void decide(Visit olga) {
        olga.open("/desk/administration");
        row(olga, "hartmann").getByRole(AriaRole.LINK).first().click();
        Locator drift = olga.page().locator("#drift");
        assertThat(drift).isVisible();
        assertThat(olga.page().locator("#policy-partners-promise")).isVisible();
        assertThat(olga.page().locator(".drift")).containsText("→ 3 h 30 min");
        apply(olga);
        assertThat(olga.page().locator(".drift")).containsText("→ 3 h 30 min");
        olga.page().getByLabel("Take the folder's partners-promise").check();
        apply(olga);
        assertThat(olga.page().locator(".drift")).hasCount(0);
        assertThat(olga.page().locator("main")).containsText("Applying would change no calendar and no policy.");
        olga.open("/desk/clients/hartmann/policies/partners-promise");
        assertThat(olga.page().locator("main")).containsText("9 days");
        assertThat(olga.page().locator("main .facts")).containsText("Olga Berg");
    }

    private static void apply(Visit olga) {
        olga.button("Apply the folder of " + olga.page().locator("h1").innerText().replaceFirst(":.*", "")).click();
        olga.page().waitForURL("**/environments/hartmann#applied");
    }

    private static Locator row(Visit olga, String slug) {
        return olga.page().locator("tr#" + slug);
    }
}
