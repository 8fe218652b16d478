package roundhouse.environments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import roundhouse.assets.AssetForm;
import roundhouse.assets.AssetView;
import roundhouse.assets.Assets;
import roundhouse.assets.ConfigurationForm;
import roundhouse.assets.ConfigurationView;
import roundhouse.assets.Configurations;
import roundhouse.audit.Trail;
import roundhouse.branding.Brands;
import roundhouse.identity.By;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.knowledge.ArticleForm;
import roundhouse.knowledge.ArticleLine;
import roundhouse.knowledge.Articles;
import roundhouse.sla.Party;
import roundhouse.sla.Policies;
import roundhouse.sla.PlannedTerm;
import roundhouse.sla.SlaFile;
import roundhouse.sla.TermsPlans;
import roundhouse.sla.TermsView;
import roundhouse.tenancy.Editions;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Catalogue;
import roundhouse.tickets.Category;
import roundhouse.tickets.CoverageScreen;

/** Hands what a folder says to the rooms, each its own part, in one unit of work for each client. */
@ApplicationScoped
class Onboarding {

    private static final String REASON = "provider.yaml";
    private static final int EVERY = 100_000;
    private static final Locale PROVIDERS_LOCALE = Locale.ENGLISH;

    private final Units units;
    private final Tenants tenants;
    private final Editions editions;
    private final People people;
    private final Policies policies;
    private final TermsPlans plans;
    private final Catalogue catalogue;
    private final Assets assets;
    private final Configurations configurations;
    private final Articles articles;
    private final Brands brands;
    private final Trail trail;

    Onboarding(Units units, Tenants tenants, Editions editions, People people, Policies policies, TermsPlans plans, Catalogue catalogue,
               Assets assets, Configurations configurations, Articles articles, Brands brands, Trail trail) {
        this.units = units;
        this.tenants = tenants;
        this.editions = editions;
        this.people = people;
        this.policies = policies;
        this.plans = plans;
        this.catalogue = catalogue;
        this.assets = assets;
        this.configurations = configurations;
        this.articles = articles;
        this.brands = brands;
        this.trail = trail;
    }

    Outcome provider(ProviderFile file, SlaFile terms, Choices choices, By by) {
        Optional<Tenant> known = tenants.bySlug(Tenant.PROVIDER);
        List<Mistake> mistakes = prefixStays(known, file.prefix(), "provider.yaml");
        if (!mistakes.isEmpty()) {
            return Outcome.refused(Tenant.PROVIDER, file.name(), mistakes);
        }
        Tenant tenant = tenants.found(Tenant.PROVIDER, file.prefix(), file.name(), file.zone(), PROVIDERS_LOCALE);
        return inside(tenant, () -> {
            Changes changes = new Changes(by);
            changes.tell("details", change(tenant, new Tenant(tenant.id(), tenant.slug(), tenant.prefix(), file.name(), file.zone(), PROVIDERS_LOCALE,
                    tenant.hosts(), List.of(file.support()), tenant.domains(), tenant.identityProvider())));
            changes.tell("staff", file.staff().stream().map(ProviderFile.Member::person).filter(people::put).map(People.Described::user).toList());
            if (terms.mistakes().isEmpty()) {
                changes.told(plans.apply(terms, choices.of(tenant.slug()), by));
            }
            tenants.applied(new Tenants.Applied(FolderText.fingerprint(file.toString()), by.at(), by.name()));
            return changes.outcome(tenant.slug(), file.name(), known.isEmpty(),
                    gone("person", people.ofThisClient().stream().map(Person::user), file.staff().stream().map(member -> member.person().user())));
        });
    }

    Outcome client(ClientFolder client, TenantsFolder folder, Choices choices, By by, boolean onlyNews) {
        Optional<Tenant> known = tenants.bySlug(client.slug());
        List<Mistake> mistakes = new ArrayList<>(client.mistakes());
        mistakes.addAll(prefixStays(known, client.tenant().prefix(), client.slug() + "/tenant.yaml"));
        if (!mistakes.isEmpty()) {
            return Outcome.refused(client.slug(), client.tenant().name(), mistakes);
        }
        TenantFile file = client.tenant();
        if (tenants.isSuspended(client.slug())) {
            return Outcome.suspended(client.slug(), file.name());
        }
        Tenant tenant = tenants.found(client.slug(), file.prefix(), file.name(), file.zone(), file.locale());
        String fingerprint = fingerprint(client, folder);
        return inside(tenant, () -> {
            editions.hold();
            if (onlyNews && fingerprint.equals(tenants.applied().fingerprint())) {
                return Outcome.unchanged(client.slug(), file.name(), sentences(plans.remember(client.sla())));
            }
            return applied(client, folder, tenant, known.isEmpty(), fingerprint, choices, by);
        });
    }

    /** What applying would do to the calendars and policies of a client or of the provider. */
    Plan plan(Tenant tenant, TenantsFolder folder, Instant now) {
        Optional<ClientFolder> client = folder.clientNamed(tenant.slug());
        Optional<SlaFile> own = (tenant.isProvider() ? Optional.of(folder.providerSla()) : client.map(ClientFolder::sla)).filter(file -> file.mistakes().isEmpty());
        List<Mistake> mistakes = tenant.isProvider() ? folder.mistakes() : client.map(ClientFolder::mistakes).orElse(List.of());
        return inside(tenant, () -> {
            List<PlannedTerm> terms = new ArrayList<>(own.map(plans::plan).orElse(List.of()));
            if (client.isPresent() && folder.providerSla().mistakes().isEmpty()) {
                terms.addAll(plans.planOfProviders(folder.providerSla()));
            }
            Tenants.Applied applied = tenants.applied();
            int gaps = tenant.isProvider() ? 0
                    : CoverageScreen.of(tenant.slug(), tenant.name(), policies.promises(now), catalogue.categories()).gaps().size();
            return new Plan(tenant.slug(), tenant.name(), tenant.isProvider() || client.isPresent(), applied.at(), applied.by(), terms, gaps, mistakes);
        });
    }

    private Outcome applied(ClientFolder client, TenantsFolder folder, Tenant tenant, boolean founded, String fingerprint, Choices choices, By by) {
        TenantFile file = client.tenant();
        Set<String> hosts = new HashSet<>(tenant.hosts());
        hosts.addAll(file.hosts());
        Changes changes = new Changes(by);
        changes.tell("details", change(tenant, new Tenant(tenant.id(), tenant.slug(), tenant.prefix(), file.name(), file.zone(), file.locale(),
                Set.copyOf(hosts), file.mail(), file.domains(), file.identityProvider())));
        changes.tell("people", client.people().stream().filter(people::put).map(People.Described::user).toList());
        changes.tell("assignments", folder.provider().map(provider -> assigned(provider, client.slug())).orElse(List.of()));
        changes.told(plans.apply(client.sla(), choices.of(client.slug()), by));
        if (folder.providerSla().mistakes().isEmpty()) {
            changes.told(policies.apply(folder.providerSla(), Party.PROVIDER, by));
        }
        changes.tell("catalogue", catalogue.put(client.categories()));
        changes.told(named("asset", assets.put(client.assets(), by)));
        changes.told(named("configuration", configurations.put(client.configurations(), by)));
        changes.told(named("article", articles.put(client.articles(), by)));
        changes.tell("brand", client.brand() != null && brands.put(client.brand()) ? List.of(client.brand().name()) : List.of());
        tenants.applied(new Tenants.Applied(fingerprint, by.at(), by.name()));
        return changes.outcome(client.slug(), file.name(), founded, gone(client, file, tenant));
    }

    private List<String> gone(ClientFolder client, TenantFile file, Tenant tenant) {
        List<String> gone = new ArrayList<>();
        gone.addAll(gone("host", tenant.hosts().stream(), file.hosts().stream()));
        gone.addAll(gone("person", people.ofThisClient().stream().map(Person::user), client.people().stream().map(People.Described::user)));
        gone.addAll(gone("category", catalogue.categories().stream().map(Category::slug), client.categories().stream().map(Category::slug)));
        gone.addAll(gone("asset", assets.list(null, "", EVERY).stream().map(AssetView::tag), client.assets().stream().map(AssetForm::tag)));
        gone.addAll(gone("configuration", configurations.list(null, "", EVERY).stream().map(ConfigurationView::slug),
                client.configurations().stream().map(ConfigurationForm::slug)));
        gone.addAll(gone("article", articles.list(null, "", EVERY).stream().map(ArticleLine::slug), client.articles().stream().map(ArticleForm::slug)));
        for (TermsView.Of of : TermsView.Of.values()) {
            String word = of == TermsView.Of.CALENDARS ? "calendar" : "policy";
            Set<String> written = of == TermsView.Of.CALENDARS ? client.sla().calendars().keySet() : client.sla().policies().keySet();
            gone.addAll(gone(word, policies.standing(of).stream().filter(term -> term.of() == Party.CLIENT).map(TermsView::name), written.stream()));
        }
        return gone;
    }

    private static List<String> sentences(List<PlannedTerm> drift) {
        return drift.stream().map(PlannedTerm::sentence).toList();
    }

    private static List<String> named(String what, List<String> names) {
        return names.isEmpty() ? List.of() : List.of(what + " " + String.join(", ", names));
    }

    private static List<String> gone(String what, Stream<String> there, Stream<String> written) {
        Set<String> gone = new TreeSet<>(there.toList());
        gone.removeAll(written.toList());
        return gone.stream().map(name -> what + " " + name).toList();
    }

    private List<String> assigned(ProviderFile provider, String slug) {
        return provider.staff().stream().filter(member -> !member.person().reachesAll() && member.reaches(slug))
                .map(member -> member.person().user()).filter(user -> people.assign(user, null, REASON)).toList();
    }

    private List<String> change(Tenant before, Tenant wanted) {
        if (before.equals(wanted)) {
            return List.of();
        }
        tenants.change(wanted);
        return List.of(wanted.name());
    }

    private <T> T inside(Tenant tenant, Supplier<T> work) {
        return units.inside(tenant.id(), Side.SYSTEM, 0, work);
    }

    private static List<Mistake> prefixStays(Optional<Tenant> known, String prefix, String file) {
        return known.filter(tenant -> prefix != null && !tenant.prefix().equals(prefix)).map(tenant -> List.of(new Mistake(file, 0, "prefix",
                "the prefix is " + tenant.prefix() + " and stays so: references carry it"))).orElse(List.of());
    }

    /** What this client's environment depends on, the provider's part too. */
    private static String fingerprint(ClientFolder client, TenantsFolder folder) {
        StringBuilder everything = new StringBuilder(client.fingerprint()).append(folder.providerSla().calendars()).append(folder.providerSla().policies());
        folder.provider().ifPresent(provider -> provider.staff().stream().filter(member -> member.reaches(client.slug()))
                .forEach(member -> everything.append(' ').append(member.person().user())));
        return FolderText.fingerprint(everything.toString());
    }

    /** Gathers what changed, in words, and writes it to the trail. */
    private final class Changes {

        private final By by;
        private final List<String> words = new ArrayList<>();
        private final List<String> drift = new ArrayList<>();

        Changes(By by) {
            this.by = by;
        }

        /** For a room that writes no trail of its own. */
        void tell(String part, List<String> names) {
            if (!names.isEmpty()) {
                words.add(part + ": " + String.join(", ", names));
                trail.record("environment", words.get(words.size() - 1), by);
            }
        }

        void told(TermsPlans.Applied terms) {
            told(terms.changed());
            drift.addAll(sentences(terms.drift()));
        }

        void told(List<String> changed) {
            words.addAll(changed);
        }

        Outcome outcome(String slug, String name, boolean founded, List<String> gone) {
            Outcome.State state = founded ? Outcome.State.FOUNDED : words.isEmpty() ? Outcome.State.UNCHANGED : Outcome.State.CHANGED;
            return new Outcome(slug, name, state, List.copyOf(words), gone, List.copyOf(drift), List.of());
        }
    }
}
