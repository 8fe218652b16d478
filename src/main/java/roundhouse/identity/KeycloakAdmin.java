package roundhouse.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** Keycloak's admin client, whose own one would wait for ever for a Keycloak that takes questions and does not answer. */
@Singleton
class KeycloakAdmin {

    private static final long PATIENCE_MILLISECONDS = TimeUnit.SECONDS.toMillis(10);

    @Produces
    @RequestScoped
    Keycloak keycloak(KeycloakSettings settings) {
        return KeycloakBuilder.builder().serverUrl(settings.url()).realm(Realm.NAME)
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS).clientId(settings.adminClient()).clientSecret(settings.adminSecret())
                .resteasyClient(Keycloak.getClientProvider().newRestEasyClient(null, null, false)
                        .property(QuarkusRestClientProperties.READ_TIMEOUT, PATIENCE_MILLISECONDS))
                .build();
    }

    void close(@Disposes Keycloak keycloak) {
        keycloak.close();
    }
}
