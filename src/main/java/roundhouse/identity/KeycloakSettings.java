package roundhouse.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "roundhouse.keycloak")
public interface KeycloakSettings {

    String url();

    String clientSecret();

    /** Who keeps users, organizations and addresses in step there. */
    @WithDefault("roundhouse-admin")
    String adminClient();

    String adminSecret();

    /** Whether it is the one that we started ourselves: there, and only there, a new user's password is the user name. */
    @WithDefault("false")
    boolean local();

    default String realmUrl() {
        return url() + "/realms/" + Realm.NAME;
    }
}
