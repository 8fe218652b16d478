package roundhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person in front of one browser window: what is said on the console is kept, and axe looks at every page that is shown. */
final class Visit implements AutoCloseable {

    /** Where docs keep their pictures: {@code -Droundhouse.pictures=docs/images} renews them. */
    private static final Path PICTURES = Path.of(System.getProperty("roundhouse.pictures", "target/pictures"));

    /** No complaint: a nudge's question that gives way to what the person sends, which htmx calls an error. */
    private static final List<String> NO_COMPLAINTS = List.of("htmx:sendAbort", "htmx:afterRequest");

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> complaints = new ArrayList<>();

    private Visit(Browser browser, String home, Browser.NewContextOptions options) {
        this.context = browser.newContext(options);
        this.page = context.newPage();
        this.home = home;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && NO_COMPLAINTS.stream().noneMatch(message.text()::contains)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Visit at(Browser browser, String home, String user) {
        Visit visit = new Visit(browser, home, new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB"));
        visit.signIn(user);
        return visit;
    }

    static Visit onThePhone(Browser browser, String home, String user) {
        Visit visit = new Visit(browser, home, new Browser.NewContextOptions().setViewportSize(360, 780).setLocale("en-GB")
                .setColorScheme(ColorScheme.DARK));
        visit.signIn(user);
        return visit;
    }

    /** Somebody who has not come in yet. */
    static Visit outside(Browser browser, String home) {
        Visit visit = new Visit(browser, home, new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB"));
        visit.page.navigate(home);
        return visit;
    }

    private void signIn(String user) {
        page.navigate(home);
        passKeycloak(user);
    }

    /** From Keycloak's first form on, wherever it was met. */
    void passKeycloak(String user) {
        page.locator("input[name=username]").fill(user);
        page.locator("[type=submit]").click();
        page.locator("input[name=password]:visible").fill(user);
        page.locator("[type=submit]").click();
        try {
            page.waitForURL(url -> url.startsWith(home));
        } catch (TimeoutError e) {
            throw new IllegalStateException(user + " did not come in: " + page.url() + "\n" + page.locator("body").innerText(), e);
        }
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(home + path);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    /**
     * Nothing that axe knows of, nothing wider than the window, nothing on the console. Keeps a picture, and the caret in it: the driver would hide it
     * by a style in the page, which a nudge that comes just then carries over and the page's policy refuses.
     */
    void look(String picture) {
        assertThat(Accessibility.violations(page)).as(page.url()).isEmpty();
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("wider than the window: " + page.url()).isTrue();
        assertThat(complaints).as(page.url()).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setCaret(ScreenshotCaret.INITIAL).setPath(PICTURES.resolve(picture + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
