package roundhouse.tenancy;

import java.util.Optional;

/**
 * Where a client's own people sign in.
 *
 * @param issuer    of OpenID Connect, whose discovery tells the rest
 * @param clientId  by which it knows us
 * @param secretEnv the environment variable of the service that holds the secret
 */
public record IdentityProvider(String issuer, String clientId, String secretEnv) {

    /** As {@link #text} wrote it. */
    static IdentityProvider of(String text) {
        String[] words = text.split(" ");
        return new IdentityProvider(words[0], words[1], words[2]);
    }

    /** Empty where that variable is not set. */
    public Optional<String> secret() {
        return Optional.ofNullable(System.getenv(secretEnv)).filter(secret -> !secret.isBlank());
    }

    /** None of the three has a blank in it. */
    String text() {
        return issuer + " " + clientId + " " + secretEnv;
    }
}
