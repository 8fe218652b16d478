package roundhouse.environments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import roundhouse.branding.Brand;
import roundhouse.branding.Brands;
import roundhouse.identity.IdentityProviders;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.identity.ProviderClaim;
import roundhouse.identity.PublicAddress;
import roundhouse.identity.Realm;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** Tells Keycloak of our people, of each client's Organization with the brand of its sign-in page and its own identity provider, and of the hosts that sign-in may return to. */
@ApplicationScoped
class KeycloakInStep {

    private static final Logger LOG = Logger.getLogger(KeycloakInStep.class);

    private final Tenants tenants;
    private final Units units;
    private final People people;
    private final Brands brands;
    private final Realm realm;
    private final ProviderClaim claim;
    private final IdentityProviders providers;
    private final PublicAddress address;

    KeycloakInStep(Tenants tenants, Units units, People people, Brands brands, Realm realm, ProviderClaim claim,
                   IdentityProviders providers, PublicAddress address) {
        this.tenants = tenants;
        this.units = units;
        this.people = people;
        this.brands = brands;
        this.realm = realm;
        this.claim = claim;
        this.providers = providers;
        this.address = address;
    }

    /**
     * Tells of people and Organizations only where the folder changed something or somebody lacks an account; of identity providers always, since a
     * secret is changed outside the folder. Not to be called in a unit of work.
     *
     * @return of each client whose identity provider could not be set up, while the others are
     */
    List<Mistake> keepInStep(boolean changed) {
        claim.keep();
        keepPeople(changed);
        Set<String> there = providers.aliases();
        List<Mistake> mistakes = new ArrayList<>();
        for (Tenant tenant : tenants.all()) {
            try {
                keepProvider(tenant, there);
            } catch (ProcessingException | WebApplicationException | IllegalStateException e) {
                LOG.error("The identity provider of " + tenant.slug() + " could not be kept in step", e);
                mistakes.add(new Mistake(tenant.slug() + "/tenant.yaml", 0, "identityProvider",
                        "could not be set up: " + e.getMessage() + "; it is tried again when anything is applied, and at start"));
            }
        }
        return mistakes;
    }

    private void keepProvider(Tenant tenant, Set<String> there) {
        if (tenant.identityProvider() != null) {
            providers.keep(tenant.slug(), tenant.identityProvider(), members(tenant).stream().filter(member -> member.subject() != null)
                    .collect(Collectors.toMap(Person::subject, Person::email)));
        } else if (there.contains(tenant.slug())) {
            providers.remove(tenant.slug());
        }
    }

    private List<Person> members(Tenant tenant) {
        return units.inside(tenant.id(), Side.SYSTEM, 0, people::ofThisClient);
    }

    private void keepPeople(boolean changed) {
        if (!changed && !units.nowhere(people::lackAccounts)) {
            return;
        }
        Map<Tenant, List<Person>> everybody = new HashMap<>();
        tenants.all().forEach(tenant -> everybody.put(tenant, members(tenant)));
        LOG.info("Keeping Keycloak in step with our people and clients; the first time takes a moment");
        List<Realm.Account> accounts = new ArrayList<>();
        everybody.values().forEach(members -> members.forEach(
                member -> accounts.add(new Realm.Account(member.user(), member.name(), member.email()))));
        Map<String, String> subjects = realm.keepAccounts(accounts);
        everybody.forEach((tenant, members) -> {
            bind(tenant, members, subjects);
            if (!tenant.isProvider()) {
                realm.keepOrganization(organization(tenant), members.stream().map(member -> subjects.get(member.user())).collect(Collectors.toSet()));
            }
        });
        realm.keepOrigins(tenants.all().stream().flatMap(tenant -> tenant.hosts().stream()).map(address::origin).collect(Collectors.toSet()));
    }

    private void bind(Tenant tenant, List<Person> members, Map<String, String> subjects) {
        List<Person> unbound = members.stream().filter(member -> !Objects.equals(member.subject(), subjects.get(member.user()))).toList();
        if (!unbound.isEmpty()) {
            units.inside(tenant.id(), Side.SYSTEM, 0,
                    () -> unbound.stream().filter(member -> people.bind(member.user(), subjects.get(member.user()))).count());
        }
    }

    private Realm.Organization organization(Tenant tenant) {
        Brand brand = brands.of(tenant);
        Map<String, String> attributes = new HashMap<>(Map.of("accent", brand.accent().toString(), "accentText", brand.accent().ink().toString(),
                "displayName", brand.name()));
        Set<String> hosts = tenant.hosts();
        if (brand.hasLogo() && !hosts.isEmpty()) {
            attributes.put("logo", address.origin(hosts.stream().sorted().findFirst().orElseThrow()) + "/brand/logo");
        }
        return new Realm.Organization(tenant.slug(), tenant.name(), tenant.domains(), attributes);
    }
}
