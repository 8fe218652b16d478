package roundhouse.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import roundhouse.branding.Brand;
import roundhouse.branding.Hosts;
import roundhouse.identity.KeycloakSettings;

/** What stands before the door of a host, in its brand: why somebody does not come in, and what to do. */
@ApplicationScoped
class Entrance {

    /** Seconds. */
    static final String RETRY_AFTER = "30";

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance entrance(Brand brand, String title, String detail, String button, String address);
    }

    private final Hosts hosts;
    private final KeycloakSettings keycloak;

    Entrance(Hosts hosts, KeycloakSettings keycloak) {
        this.hosts = hosts;
        this.keycloak = keycloak;
    }

    /** Not to be called in a unit of work, nor where nothing may block. */
    Response closed(RoutingContext context) {
        return Response.fromResponse(page(context, 503, "Sign-in is not possible right now",
                        "The service that checks passwords does not answer. Nothing is lost: what you typed is kept on this device, and whoever is"
                                + " signed in goes on working. Please try again in a minute; if it is urgent, call us.", "Try again", wayBack(context)))
                .header("Retry-After", RETRY_AFTER).build();
    }

    /** Not to be called in a unit of work, nor where nothing may block. */
    Response unfinished(RoutingContext context) {
        return page(context, 401, "Please sign in again",
                "Your sign-in has ended or was not finished: too much time had passed, you went back, or it had been used already. What you typed"
                        + " is kept on this device.", "Sign in again", wayBack(context));
    }

    /** Keycloak would let this browser in again by itself, so its session must end first. Not to be called in a unit of work, nor where nothing may block. */
    Response foreign(RoutingContext context) {
        return page(context, 403, "This account is not opened by this sign-in",
                "You came through the sign-in of a company to which this account does not belong, so nothing was opened. Please sign out, and then come in"
                        + " the way that is meant for you: by your own company's sign-in, or by your password. If that is what you did, please call us:"
                        + " the sign-in is set up wrongly.", "Sign out", keycloak.signOutUrl(start(context)));
    }

    /** Not to be called in a unit of work, nor where nothing may block. */
    Response halfSignedOut(RoutingContext context) {
        return page(context, 200, "You are signed out here, but not everywhere",
                "Nobody can go on in your name. But the service that checks passwords does not answer, so it could not be told: when it is back, it may let"
                        + " this browser in again without asking for a password. On a device that others use, please try again in a minute, or close"
                        + " all windows of this browser.", "Sign out there too", "/sign-out");
    }

    private Response page(RoutingContext context, int status, String title, String detail, String button, String address) {
        Brand brand = hosts.brand(context.request().authority().host()).orElse(Brand.OF_ROUNDHOUSE);
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.entrance(brand, title, detail, button, address).render()).build();
    }

    /** The page that somebody was on, as an address of this host: what a form posts to is no page. */
    private static String wayBack(RoutingContext context) {
        var request = context.request();
        if (context.normalizedPath().equals("/signed-in")) {
            return "/";
        }
        if (request.method().name().equals("GET") && request.getHeader("X-Requested-With") == null) {
            return local(request.path(), request.query());
        }
        String page = request.getHeader("Referer");
        if (page == null || !page.startsWith(start(context))) {
            return "/";
        }
        URI address = URI.create(page);
        return local(address.getRawPath(), address.getRawQuery());
    }

    /** Our first page as this browser knows it. */
    static String start(RoutingContext context) {
        return context.request().scheme() + "://" + context.request().authority() + "/";
    }

    /** Two slashes at the beginning would name another host. */
    private static String local(String path, String query) {
        return path.replaceFirst("^[/\\\\]+", "/") + (query == null ? "" : "?" + query);
    }
}
