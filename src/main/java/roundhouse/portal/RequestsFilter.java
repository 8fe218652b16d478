package roundhouse.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tickets.RequestQuery;
import roundhouse.web.Choice;
import roundhouse.web.NotFound;

/** Which requests somebody wants to see, as the address says it. */
public class RequestsFilter {

    static final int PAGE = 25;
    private static final int LAST_PAGE = 1_000;

    @RestQuery
    String whose;
    @RestQuery
    String state;
    @RestQuery
    String q;
    @RestQuery
    Integer page;

    /** One more than a page, to know whether there are more. */
    RequestQuery query(SignedIn person) {
        if (isCompany() && !person.may(Right.READ_COMPANY_TICKETS)) {
            throw new NotFound();
        }
        return new RequestQuery(isCompany() ? null : person.person(), state(), words(), (page() - 1) * PAGE, PAGE + 1);
    }

    public boolean isCompany() {
        return "company".equals(whose);
    }

    public String whose() {
        return isCompany() ? "company" : "mine";
    }

    public String words() {
        return Objects.requireNonNullElse(q, "");
    }

    public int page() {
        return page == null ? 1 : Math.max(1, Math.min(page, LAST_PAGE));
    }

    public boolean isNarrow() {
        return !words().isBlank() || state() != RequestQuery.State.ALL;
    }

    public List<Choice> states() {
        return List.of(choice(RequestQuery.State.ALL, "All"), choice(RequestQuery.State.OPEN, "Open"), choice(RequestQuery.State.FINISHED, "Solved"));
    }

    /** The address of another page of the same list. */
    public String address(int page) {
        return "/requests?whose=" + whose() + "&state=" + state().word() + "&q=" + URLEncoder.encode(words(), StandardCharsets.UTF_8) + "&page=" + page;
    }

    private RequestQuery.State state() {
        String asked = Objects.requireNonNullElse(state, "all").toLowerCase(Locale.ROOT);
        return Arrays.stream(RequestQuery.State.values()).filter(known -> known.word().equals(asked)).findFirst().orElse(RequestQuery.State.ALL);
    }

    private Choice choice(RequestQuery.State state, String label) {
        return new Choice(state.word(), label, state == state());
    }
}
