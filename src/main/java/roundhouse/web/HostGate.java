package roundhouse.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import roundhouse.identity.KeycloakSettings;
import roundhouse.identity.PublicAddress;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/**
 * Stands before everything else: which host is it, is this address one of that host's, and does the request come from our own page? A host that
 * nobody has is answered 404 without any brand.
 */
@ApplicationScoped
public class HostGate {

    private static final String TENANT = HostGate.class.getName();
    private static final int BEFORE_SIGN_IN = 1000;
    private static final List<String> FOR_SCRIPTS = List.of("/api", "/openapi");
    private static final List<String> STAFF_ONLY = Stream.concat(Stream.of("/desk"), FOR_SCRIPTS.stream()).toList();
    private static final Map<String, String> STARTS = Map.of("/", "/desk", "/api/", ApiPage.ADDRESS, ApiPage.PARTS, ApiPage.ADDRESS);
    private static final List<String> CLIENTS_ONLY = List.of("/requests", "/articles");
    /** No page of anybody's: whoever looks for one of another host is told so as anywhere else. */
    private static final String NOWHERE = "/nothing-here";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Tenants tenants;
    private final PublicAddress address;
    private final String policy;

    HostGate(Tenants tenants, PublicAddress address, KeycloakSettings keycloak) {
        this.tenants = tenants;
        this.address = address;
        // A form that finds its sign-in expired is led to Keycloak, which form-action would forbid
        this.policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + keycloak.url();
    }

    void stand(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_SIGN_IN);
    }

    /** The client whose host this request came to, null on the staff's host. */
    static Tenant tenant(RoutingContext context) {
        return context.get(TENANT);
    }

    private void pass(RoutingContext context) {
        String host = context.request().authority() == null ? null : context.request().authority().host();
        Tenant tenant = host == null ? null : tenants.byHost(host).orElse(null);
        boolean staff = tenant == null && address.isStaffHost(host);
        String path = context.normalizedPath();
        boolean elsewhere = isIn(path, staff ? CLIENTS_ONLY : STAFF_ONLY);
        if (elsewhere && !isIn(path, FOR_SCRIPTS)) {
            context.reroute(NOWHERE);
            return;
        }
        if (elsewhere || (tenant == null && !staff)) {
            context.response().setStatusCode(404).putHeader("Content-Type", "text/plain; charset=UTF-8").end("There is nothing here.\n");
            return;
        }
        if (comesFromElsewhere(context)) {
            context.response().setStatusCode(403).putHeader("Content-Type", "text/plain; charset=UTF-8")
                    .end("This came from another site and was not done. Open the page itself and try again.\n");
            return;
        }
        if (staff && STARTS.containsKey(path)) {
            context.response().setStatusCode(303).putHeader("Location", STARTS.get(path)).end();
            return;
        }
        context.put(TENANT, tenant);
        protect(context);
        context.next();
    }

    private void protect(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        if (!context.normalizedPath().startsWith("/static/")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    /** State changes only by what our own pages send: browsers say where a request comes from, scripts with a token need no cookie. */
    private boolean comesFromElsewhere(RoutingContext context) {
        var request = context.request();
        if (SAFE.contains(request.method()) || request.getHeader("Authorization") != null) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean otherSite = site != null && !site.equals("same-origin") && !site.equals("none");
        boolean otherOrigin = origin != null && !origin.equals(request.scheme() + "://" + request.authority());
        return otherSite || otherOrigin;
    }

    private static boolean isIn(String path, List<String> places) {
        return places.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }
}
