package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.assets.Assets;
import roundhouse.assets.Configurations;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.identity.Right;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.knowledge.Articles;
import roundhouse.sla.Policies;
import roundhouse.sla.Policy;
import roundhouse.sla.Promises;
import roundhouse.sla.TermsScreen;
import roundhouse.sla.TermsView;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.web.NotFound;
import roundhouse.web.TimeWords;
import roundhouse.web.WithinReach;

/** All that is known of one client, in one unit of work. */
@ApplicationScoped
class ClientScreens {

    private static final int ASSETS = 100;
    private static final int ARTICLES = 100;

    private final WithinReach reach;
    private final People people;
    private final Assets assets;
    private final Configurations configurations;
    private final Articles articles;
    private final Catalogue catalogue;
    private final Policies policies;
    private final ClientMarks marks;
    private final DatabaseTime time;

    ClientScreens(WithinReach reach, People people, Assets assets, Configurations configurations, Articles articles, Catalogue catalogue,
            Policies policies, ClientMarks marks, DatabaseTime time) {
        this.reach = reach;
        this.people = people;
        this.assets = assets;
        this.configurations = configurations;
        this.articles = articles;
        this.catalogue = catalogue;
        this.policies = policies;
        this.marks = marks;
        this.time = time;
    }

    ClientScreen of(SignedIn person, String slug) {
        if (!person.isStaff()) {
            throw new NotFound();
        }
        ClientMarks.Palette palette = marks.now();
        Instant now = time.now();
        return reach.inside(person, slug, Right.READ_ENVIRONMENT, tenant -> drawn(tenant, person, palette, now));
    }

    private ClientScreen drawn(Tenant tenant, SignedIn person, ClientMarks.Palette palette, Instant now) {
        return new ClientScreen(palette.of(tenant), tenant.prefix(), TimeWords.moment(now, tenant.zone(), now), tenant.zone().getId().replace('_', ' '),
                tenant.hosts().stream().sorted().toList(), tenant.mail(), people.ofThisClient().stream().map(ClientScreens::member).toList(),
                assets.list(null, "", ASSETS), configurations.forTicket(null, null), articles.list(null, "", ARTICLES), catalogue.categories(), promises(tenant.slug(), now),
                person.may(Right.READ_REPORTS));
    }

    private List<ClientScreen.PolicyLine> promises(String slug, Instant now) {
        Promises promises = policies.promises(now);
        return Stream.concat(promises.own().policies().stream().map(policy -> line(slug, policy, true)),
                promises.provider().policies().stream().map(policy -> line(slug, policy, false))).toList();
    }

    private static ClientScreen.PolicyLine line(String slug, Policy policy, boolean own) {
        return new ClientScreen.PolicyLine(policy.name(), policy.version(), blank(policy.calendar()), own, TermsScreen.address(TermsView.Of.POLICIES, slug, policy.name(), own));
    }

    private static ClientScreen.Member member(Person person) {
        return new ClientScreen.Member(person.name(), person.roles().stream().map(Role::word).map(word -> word.replace('_', ' ')).collect(Collectors.joining(", ")),
                blank(person.email()), blank(person.phone()), blank(person.location()), person.isVip());
    }

    private static String blank(String text) {
        return text == null ? "" : text;
    }
}
