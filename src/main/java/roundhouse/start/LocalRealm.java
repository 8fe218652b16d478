package roundhouse.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The realm as shipped, opened up for a local run: password = user name, any port of localhost, the public client for scripts. */
final class LocalRealm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LocalRealm() {
    }

    static String json() {
        try {
            ObjectNode realm = (ObjectNode) JSON.readTree(resource("/keycloak/roundhouse-realm.json"));
            // Passwords that everybody knows need no costly hash, and some hundred of them are made at the first start.
            realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
            ArrayNode clients = realm.withArray("clients");
            for (var client : clients) {
                if (client.path("clientId").asText().equals("roundhouse")) {
                    ((ObjectNode) client).withArray("redirectUris").add("http://localhost:*");
                }
            }
            clients.addAll((ArrayNode) JSON.readTree(resource("/keycloak/local-clients.json")));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = LocalRealm.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
