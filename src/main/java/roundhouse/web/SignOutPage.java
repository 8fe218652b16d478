package roundhouse.web;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import roundhouse.identity.KeycloakAnswers;
import roundhouse.identity.KeycloakSettings;
import roundhouse.identity.Sessions;

/** Ends both sessions, ours and Keycloak's, and comes back to where it began; ours alone, and says so, while Keycloak is away. */
@Path("/")
public class SignOutPage {

    @Inject
    OidcSession session;
    @Inject
    Sessions sessions;
    @Inject
    KeycloakSettings keycloak;
    @Inject
    KeycloakAnswers keycloakAnswers;
    @Inject
    RoutingContext context;
    @Inject
    SecurityIdentity identity;
    @Inject
    Entrance entrance;

    @POST
    @Path("sign-out")
    @Authenticated
    public Response signOut() {
        String idToken = session.getIdToken().getRawToken();
        sessions.end(session.getIdToken());
        session.logout().await().indefinitely();
        if (!keycloakAnswers.now().await().indefinitely()) {
            return entrance.halfSignedOut(context);
        }
        return Response.seeOther(UriBuilder.fromUri(keycloak.realmUrl() + "/protocol/openid-connect/logout")
                .queryParam("id_token_hint", idToken).queryParam("post_logout_redirect_uri", Entrance.start(context)).build()).build();
    }

    /** For whoever signed out while Keycloak was away. Ends nothing itself: Keycloak asks before it ends its session. */
    @GET
    @Path("sign-out")
    @PermitAll
    @Blocking
    public Response signOutOfKeycloak() {
        return keycloakAnswers.now().await().indefinitely() ? Response.seeOther(URI.create(keycloak.signOutUrl(Entrance.start(context)))).build()
                : entrance.halfSignedOut(context);
    }

    /**
     * Where the code flow comes back to; by now it has led on to the page that was asked for. Who is not known even now has lost what the flow began
     * with, and would be led in a circle where no cookie is kept.
     */
    @GET
    @Path("signed-in")
    @PermitAll
    @Blocking
    public Response signedIn() {
        return identity.isAnonymous() ? entrance.unfinished(context) : Response.seeOther(URI.create("/")).build();
    }
}
