package roundhouse;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page as it is drawn now. */
public final class Accessibility {

    private Accessibility() {
    }

    /** In one go, since our pages have no frames; and axe need not describe all that is right with them. */
    public static List<Rule> violations(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations();
    }
}
