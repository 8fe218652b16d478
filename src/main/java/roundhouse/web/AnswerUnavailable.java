package roundhouse.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Who someone is must be asked of the database before any page is reached: where it is lost by then, the answer is the same 503. */
@ApplicationScoped
class AnswerUnavailable {

    void stand(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(AnswerUnavailable::answer);
    }

    private static void answer(RoutingContext context) {
        if (!Unavailable.is(context.failure()) || context.response().headWritten()) {
            context.next();
            return;
        }
        boolean script = context.normalizedPath().startsWith("/api/");
        context.response().setStatusCode(503).putHeader("Retry-After", Unavailable.RETRY_AFTER)
                .putHeader("Content-Type", script ? Problem.JSON : "text/plain; charset=UTF-8")
                .end(script ? "{\"type\":\"about:blank\",\"title\":\"" + Unavailable.TITLE + "\",\"status\":503,\"detail\":\"" + Unavailable.DETAIL + "\"}"
                        : Unavailable.DETAIL + "\n");
    }
}
