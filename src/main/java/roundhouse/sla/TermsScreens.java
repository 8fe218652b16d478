package roundhouse.sla;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.web.NotFound;
import roundhouse.web.TimeWords;
import roundhouse.web.WithinReach;

/** The calendars and policies of one client as the desk draws them: its own first, the provider's behind. */
@ApplicationScoped
class TermsScreens {

    private static final Set<String> GENERAL = Set.of("warnings", "pauses", "reopening", "grace", "longest hold");

    private final WithinReach reach;
    private final Policies policies;
    private final TermsHistory history;
    private final CurrentPerson current;
    private final DatabaseTime time;

    TermsScreens(WithinReach reach, Policies policies, TermsHistory history, CurrentPerson current, DatabaseTime time) {
        this.reach = reach;
        this.policies = policies;
        this.history = history;
        this.current = current;
        this.time = time;
    }

    /** What a page works with. @param promises those that stand now */
    record Desk(Tenant client, SignedIn person, Promises promises, Instant now) {

        Terms terms(Party party) {
            return party == Party.CLIENT ? promises.own() : promises.provider();
        }
    }

    /** Opens a unit of work inside the client, for staff alone: the desk is not for client users. */
    <T> T inside(String slug, Right right, Function<Desk, T> work) {
        SignedIn person = current.get();
        if (!person.isStaff()) {
            throw new NotFound();
        }
        Instant now = time.now();
        return reach.inside(person, slug, right, client -> work.apply(new Desk(client, person, policies.promises(now), now)));
    }

    List<CalendarScreen> calendars(Desk desk) {
        return policies.standing(TermsView.Of.CALENDARS).stream().map(view -> calendar(desk, view)).toList();
    }

    CalendarScreen calendar(Desk desk, String name, String of) {
        return calendar(desk, found(TermsView.Of.CALENDARS, name, of));
    }

    /** In the order in which they are asked. */
    List<PolicyScreen> policies(Desk desk) {
        return policies.standing(TermsView.Of.POLICIES).stream().sorted(Comparator.comparing(TermsView::of).thenComparing(view -> match(desk, view).turn())
                .thenComparing(TermsView::name)).map(view -> policy(desk, view)).toList();
    }

    private static Match match(Desk desk, TermsView view) {
        return desk.terms(view.of()).named(view.name()).orElseThrow().match();
    }

    PolicyScreen policy(Desk desk, String name, String of) {
        return policy(desk, found(TermsView.Of.POLICIES, name, of));
    }

    /** @param of {@code client} or {@code provider}; null: the client's own before the provider's */
    TermsView found(TermsView.Of kind, String name, String of) {
        return policies.standing(kind).stream().filter(view -> view.name().equals(name) && (of == null || view.of().word().equals(of))).findFirst()
                .orElseThrow(NotFound::new);
    }

    private CalendarScreen calendar(Desk desk, TermsView view) {
        Calendar calendar = desk.terms(view.of()).calendars().get(view.name());
        List<Policy> own = desk.promises().own().policies().stream()
                .filter(policy -> (view.of() == Party.CLIENT || !desk.promises().own().calendars().containsKey(view.name())) && counts(policy, view.name())).toList();
        List<Policy> providers = view.of() == Party.CLIENT ? List.of()
                : desk.promises().provider().policies().stream().filter(policy -> counts(policy, view.name())).toList();
        List<CalendarScreen.User> users = Stream.concat(own.stream().map(policy -> user(desk, policy, true)), providers.stream().map(policy -> user(desk, policy, false))).toList();
        return new CalendarScreen(terms(desk, TermsView.Of.CALENDARS, view), calendar.zone().getId().replace('_', ' '), standing(calendar, desk.now()),
                WeekDrawing.of(calendar.timetable()), OtherDay.ahead(calendar.timetable(), LocalDate.ofInstant(desk.now(), calendar.zone())), users,
                DueNow.of(desk.promises(), desk.now(), (policy, priority) -> view.name().equals(policy.calendarFor(priority)),
                        Stream.concat(own.stream(), providers.stream()).toList()));
    }

    private static boolean counts(Policy policy, String calendar) {
        return Arrays.stream(Priority.values()).anyMatch(priority -> calendar.equals(policy.calendarFor(priority)));
    }

    private static CalendarScreen.User user(Desk desk, Policy policy, boolean own) {
        return new CalendarScreen.User(policy.name(), own, TermsScreen.address(TermsView.Of.POLICIES, desk.client().slug(), policy.name(), own));
    }

    private static String standing(Calendar calendar, Instant now) {
        if (!calendar.isOpen(now)) {
            return calendar.opensNext(now).map(opening -> "closed until " + TimeWords.moment(opening, calendar.zone(), now)).orElse("closed for good");
        }
        List<Span> ahead = calendar.open(now, now.plusSeconds(14 * 86_400L));
        Instant closing = ahead.get(0).to();
        return ahead.size() == 1 && closing.equals(now.plusSeconds(14 * 86_400L)) ? "open" : "open until " + TimeWords.moment(closing, calendar.zone(), now);
    }

    private PolicyScreen policy(Desk desk, TermsView view) {
        Policy policy = desk.terms(view.of()).named(view.name()).orElseThrow();
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> Arrays.stream(Priority.values()).anyMatch(priority -> policy.target(kind, priority).isPresent())).toList();
        List<PolicyScreen.Row> rows = Arrays.stream(Priority.values()).filter(policy.rows()::containsKey).map(priority -> new PolicyScreen.Row(priority,
                policy.calendarFor(priority) == null ? "" : policy.calendarFor(priority),
                kinds.stream().map(kind -> policy.target(kind, priority).map(Length::words).orElse("")).toList())).toList();
        String instead = view.of() == Party.CLIENT ? desk.promises().own().matching(policy.match()).map(Policy::name).filter(name -> !name.equals(policy.name())).orElse(null)
                : desk.promises().own().matching(policy.match()).map(Policy::name).orElse(null);
        return new PolicyScreen(terms(desk, TermsView.Of.POLICIES, view), Wording.of(policy.match()), policy.calendar() == null ? "none" : policy.calendar(), kinds, rows,
                Wording.of(policy).entrySet().stream().filter(fact -> GENERAL.contains(fact.getKey())).toList(),
                DueNow.of(desk.promises(), desk.now(), (any, priority) -> true, List.of(policy)), instead);
    }

    private TermsScreen terms(Desk desk, TermsView.Of of, TermsView view) {
        List<TermsScreen.Told> versions = history.of(of, view.of(), view.name()).stream().map(version -> new TermsScreen.Told(version.version(),
                TimeWords.moment(version.since(), desk.client().zone(), desk.now()), version.by(), version.changes().stream().map(Difference::sentence).toList())).toList();
        TermsScreen.Told standing = versions.get(0);
        return new TermsScreen(of, desk.client().slug(), desk.client().name(), view.name(), view.version(), view.of() == Party.CLIENT, standing.since(), standing.by(),
                desk.person().may(Right.CHANGE_PROMISES), versions);
    }
}
