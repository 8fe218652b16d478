package roundhouse.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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

    /** Where Keycloak ends its session of a browser, after having asked, and leads back to one of our pages. */
    default String signOutUrl(String back) {
        return realmUrl() + "/protocol/openid-connect/logout?client_id=" + Realm.NAME + "&post_logout_redirect_uri=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
