package roundhouse.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Whether Keycloak answers: asked before somebody is led there, and believed for two seconds. Whoever is signed in needs no answer. */
@ApplicationScoped
public class KeycloakAnswers {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BELIEVED = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest question;
    private Said said;

    KeycloakAnswers(KeycloakSettings keycloak) {
        this.question = HttpRequest.newBuilder(URI.create(keycloak.realmUrl())).timeout(PATIENCE).build();
    }

    /** Told where it was asked: what follows belongs to the request. */
    public Uni<Boolean> now() {
        Context asking = Vertx.currentContext();
        Uni<Boolean> answer = Uni.createFrom().completionStage(ask());
        return asking == null ? answer : answer.emitOn(then -> asking.runOnContext(nothing -> then.run()));
    }

    /** Many who ask at once share one question. */
    private synchronized CompletableFuture<Boolean> ask() {
        if (said == null || said.isOld()) {
            said = new Said(System.nanoTime(), client.sendAsync(question, HttpResponse.BodyHandlers.discarding())
                    .handle((answer, failure) -> failure == null && answer.statusCode() == 200));
        }
        return said.answer();
    }

    private record Said(long at, CompletableFuture<Boolean> answer) {

        boolean isOld() {
            return answer.isDone() && System.nanoTime() - at > BELIEVED.toNanos();
        }
    }
}
