package roundhouse.web;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import roundhouse.identity.ForeignProvider;
import roundhouse.identity.KeycloakAnswers;

/** Whoever must sign in is led to Keycloak while it answers, and else told that it does not; a sign-in that fails ends in a page. */
@ApplicationScoped
public class AnswerStrangers {

    @Inject
    KeycloakAnswers keycloak;
    @Inject
    Entrance entrance;

    private static final int AFTER_THE_HOST_GATE = 900;
    private static final String CLOSED_TO_SCRIPTS = new JsonObject().put("type", "about:blank").put("title", "Sign-in is not possible right now").put("status", 503)
            .put("detail", "Keycloak, which gave this token, does not answer and its keys are not known here yet. Try again in a minute, or use a personal token.")
            .encode();

    /** Found only by the page that was asked for: nobody is signed in. */
    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException e, RoutingContext context) {
        if (isOfTheApi(context)) {
            return Uni.createFrom().item(Response.status(Response.Status.UNAUTHORIZED).header("WWW-Authenticate", "Bearer").build());
        }
        return keycloak.now().chain(answers -> answers ? challenge(context) : page(() -> entrance.closed(context)));
    }

    /** Found before any page is reached: what was shown as a proof is none, or no more. */
    void stand(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    /** Whoever comes back with a code would wait for a Keycloak that hangs as long as it hangs. */
    void stand(@Observes Filters filters) {
        filters.register(this::comesBack, AFTER_THE_HOST_GATE);
    }

    private void comesBack(RoutingContext context) {
        if (!context.normalizedPath().equals("/signed-in") || context.request().getParam("code") == null) {
            context.next();
            return;
        }
        keycloak.now().subscribe().with(answers -> {
            if (answers) {
                context.next();
            } else {
                page(() -> entrance.closed(context)).subscribe().with(page -> send(context, page), context::fail);
            }
        }, context::fail);
    }

    private void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof OIDCException && isOfTheApi(context) && !context.response().headWritten()) {
            context.response().setStatusCode(503).putHeader("Retry-After", Entrance.RETRY_AFTER).putHeader("Content-Type", Problem.JSON).end(CLOSED_TO_SCRIPTS);
            return;
        }
        boolean unfinished = failure instanceof AuthenticationCompletionException;
        boolean ours = unfinished || failure instanceof AuthenticationFailedException || failure instanceof OIDCException;
        if (!ours || isOfTheApi(context) || context.response().headWritten()) {
            context.next();
            return;
        }
        if (ForeignProvider.isBehind(failure)) {
            page(() -> entrance.foreign(context)).subscribe().with(page -> send(context, page), context::fail);
            return;
        }
        keycloak.now().subscribe().with(answers -> {
            if (answers && !unfinished) {
                context.next();
                return;
            }
            page(() -> answers ? entrance.unfinished(context) : entrance.closed(context))
                    .subscribe().with(page -> send(context, page), context::fail);
        }, context::fail);
    }

    private static void send(RoutingContext context, Response page) {
        var response = context.response();
        response.headers().remove("Location");
        page.getStringHeaders().forEach((name, values) -> response.putHeader(name, values));
        response.setStatusCode(page.getStatus()).end((String) page.getEntity());
    }

    private static Uni<Response> challenge(RoutingContext context) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(AnswerStrangers::response);
    }

    private static Response response(ChallengeData challenge) {
        if (challenge == null) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        Response.ResponseBuilder response = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }

    private static Uni<Response> page(Supplier<Response> page) {
        return Uni.createFrom().item(page).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static boolean isOfTheApi(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/");
    }
}
