package roundhouse.clients;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.IdentityProviders;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.identity.Realm;
import roundhouse.identity.Role;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.web.Refused;

/** A client's people with the accounts that they sign in by. Our row comes first: what Keycloak refuses takes it back. */
@ApplicationScoped
public class Employees {

    private final People people;
    private final Realm realm;
    private final IdentityProviders providers;
    private final Trail trail;
    private final Session entities;

    Employees(People people, Realm realm, IdentityProviders providers, Trail trail, Session entities) {
        this.people = people;
        this.realm = realm;
        this.providers = providers;
        this.trail = trail;
        this.entities = entities;
    }

    Person add(Tenant tenant, PersonForm form, By by) {
        mustBeTheirs(tenant, form);
        if (!people.add(described(form, false))) {
            throw taken();
        }
        String subject = realm.open(account(form), tenant.slug()).orElseThrow(Employees::taken);
        people.bind(form.user(), subject);
        providers.link(tenant.slug(), subject, form.email());
        trail.record(about(form.user()), "added: " + String.join(", ", form.roles().stream().sorted().toList()), by);
        return people.ofThisClient(form.user()).orElseThrow();
    }

    Person change(Tenant tenant, Person person, PersonForm form, By by) {
        if (!form.user().equals(person.user())) {
            throw Refused.field("user", "A user name stays with its person.");
        }
        mustBeTheirs(tenant, form);
        if (!people.put(described(form, person.isVip()))) {
            return person;
        }
        boolean otherAccount = !person.name().equals(form.name()) || !person.email().equals(form.email());
        if (otherAccount && person.subject() != null && !realm.change(person.subject(), account(form))) {
            throw Refused.field("email", "This address is somebody's already.");
        }
        if (otherAccount && person.subject() != null) {
            providers.link(tenant.slug(), person.subject(), form.email());
        }
        trail.record(about(form.user()), "changed: " + String.join(", ", form.roles().stream().sorted().toList()), by);
        entities.refresh(person);
        return person;
    }

    private static void mustBeTheirs(Tenant tenant, PersonForm form) {
        if (tenant.isProvider()) {
            throw new Refused("Staff are described in provider.yaml.");
        }
        String domain = form.email().substring(form.email().indexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (!tenant.domains().isEmpty() && !tenant.domains().contains(domain)) {
            throw Refused.field("email", "Addresses of " + tenant.name() + " end in " + String.join(", ", tenant.domains()) + ".");
        }
    }

    private static People.Described described(PersonForm form, boolean vip) {
        Set<Role> roles = form.roles().stream().map(Role::of).collect(Collectors.toSet());
        return new People.Described(form.user(), form.name(), form.email(), Side.CLIENT, roles, null, false, form.phone(), form.location(), vip);
    }

    private static Realm.Account account(PersonForm form) {
        return new Realm.Account(form.user(), form.name(), form.email());
    }

    private static String about(String user) {
        return "person " + user;
    }

    private static Refused taken() {
        return Refused.field("user", "This user name or address is somebody's already: take another one.");
    }
}
