package roundhouse.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import roundhouse.tenancy.Units;

/**
 * The public keys by which sign-ins are verified: as Keycloak names them now or, while it is away, as it named them last, before a start of ours too.
 * The OIDC client learns them by an address only, and once for each host. This is that address, for nobody beyond this machine.
 */
@ApplicationScoped
class KeycloakKeys {

    private static final Logger LOG = Logger.getLogger(KeycloakKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Units units;
    private final Session entities;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest question;
    private HttpServer server;

    KeycloakKeys(Units units, Session entities, KeycloakSettings keycloak) {
        this.units = units;
        this.entities = entities;
        this.question = HttpRequest.newBuilder(URI.create(keycloak.realmUrl() + "/protocol/openid-connect/certs")).timeout(PATIENCE).build();
    }

    void open(@Observes StartupEvent started) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Infrastructure.getDefaultWorkerPool());
        server.createContext("/", this::hand);
        server.start();
        if (keys().isEmpty()) {
            LOG.warn("Keycloak does not answer and its keys are not known yet: nobody is let in by password until it does");
        }
    }

    @PreDestroy
    void close() {
        server.stop(0);
    }

    String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort() + "/";
    }

    private void hand(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> keys = keys();
            if (keys.isEmpty()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] body = keys.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Optional<String> keys() {
        Optional<String> named = ask();
        if (named.isEmpty()) {
            return remembered();
        }
        remember(named.get());
        return named;
    }

    private Optional<String> ask() {
        return client.sendAsync(question, HttpResponse.BodyHandlers.ofString())
                .handle((answer, failure) -> failure == null && isKeys(answer) ? Optional.of(answer.body()) : Optional.<String>empty()).join();
    }

    /** Whoever stands in front of Keycloak may say something of his own while it is away. */
    private static boolean isKeys(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.headers().firstValue("Content-Type").filter(type -> type.startsWith("application/json")).isPresent();
    }

    record Remembered(String keys) {
    }

    private Optional<String> remembered() {
        return units.nowhere(() -> entities.createNativeQuery("select keys from keycloak_keys", Remembered.class).getResultStream().findFirst().map(Remembered::keys));
    }

    private void remember(String keys) {
        units.claiming(() -> entities.createNativeMutationQuery("""
                insert into keycloak_keys as k (keys) values (:keys)
                on conflict (one) do update set keys = excluded.keys where k.keys <> excluded.keys""").setParameter("keys", keys).executeUpdate());
    }
}
