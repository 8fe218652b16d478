package roundhouse.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;

/** The host that a request came to, which decides the client and the brand. */
@RequestScoped
public class CurrentHost {

    private final RoutingContext context;

    CurrentHost(RoutingContext context) {
        this.context = context;
    }

    public boolean isStaff() {
        return HostGate.tenant(context) == null;
    }

    /** The client whose portal this is; 404 on the staff's host. */
    public Tenant client() {
        Tenant tenant = HostGate.tenant(context);
        if (tenant == null) {
            throw new NotFound();
        }
        return tenant;
    }

    /** The client whose portal this is, for one of its people; 404 for everybody else, staff included. */
    public Tenant client(SignedIn person) {
        Tenant tenant = client();
        if (person.side() != Side.CLIENT || person.home() != tenant.id()) {
            throw new NotFound();
        }
        return tenant;
    }
}
