package roundhouse.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/**
 * The way into one client for a person: whose client it is not gets 404, staff who reach it without the right get
 * 403. What a client's own people may not see is not there for them.
 */
@ApplicationScoped
public class WithinReach {

    private final Tenants tenants;
    private final Units units;

    WithinReach(Tenants tenants, Units units) {
        this.tenants = tenants;
        this.units = units;
    }

    public Tenant client(SignedIn person, String slug) {
        return tenants.bySlug(slug).filter(tenant -> person.reach().includes(tenant.id())).orElseThrow(NotFound::new);
    }

    /** Opens no unit of work: for what opens its own. */
    public Tenant client(SignedIn person, String slug, Right right) {
        Tenant tenant = client(person, slug);
        if (!person.isStaff()) {
            mustSee(person, right);
        }
        mustHold(person, right);
        return tenant;
    }

    /** Opens a unit of work inside the client. */
    public <T> T inside(SignedIn person, String slug, Right right, Function<Tenant, T> work) {
        Tenant tenant = client(person, slug, right);
        return units.inside(tenant.id(), person.side(), person.person(), () -> work.apply(tenant));
    }

    /** For whoever lacks the right the page is not there. @return the person */
    public static SignedIn mustSee(SignedIn person, Right right) {
        if (!person.may(right)) {
            throw new NotFound();
        }
        return person;
    }

    /** For whoever has found the thing and now wants to change it. */
    public static void mustHold(SignedIn person, Right right) {
        if (!person.may(right)) {
            throw new Forbidden("Your role does not allow this here: ask an administrator.");
        }
    }
}
