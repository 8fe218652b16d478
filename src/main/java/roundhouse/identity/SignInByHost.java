package roundhouse.identity;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/**
 * Pages sign in by the code flow, each host with a session of its own, so that what began on one host cannot be finished on another; the API
 * takes bearer tokens. On a client's host Keycloak is told whose page it shows.
 */
@ApplicationScoped
class SignInByHost implements TenantConfigResolver {

    /** No client's slug: those are of small letters. */
    private static final String STAFF = "DESK";
    private static final String API = "API";

    private final Tenants tenants;
    private final KeycloakSettings keycloak;
    private final KeycloakKeys keys;
    private final PublicAddress address;
    private final Map<String, OidcTenantConfig> configurations = new ConcurrentHashMap<>();

    SignInByHost(Tenants tenants, KeycloakSettings keycloak, KeycloakKeys keys, PublicAddress address) {
        this.tenants = tenants;
        this.keycloak = keycloak;
        this.keys = keys;
        this.address = address;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> request) {
        if (context.normalizedPath().startsWith("/api/")) {
            return Uni.createFrom().item(configurations.computeIfAbsent(API, api -> forTokens()));
        }
        String slug = tenants.byHost(context.request().authority().host()).map(Tenant::slug).orElse(STAFF);
        return Uni.createFrom().item(configurations.computeIfAbsent(slug, this::configuration));
    }

    private OidcTenantConfig forTokens() {
        return OidcTenantConfig.authServerUrl(keycloak.realmUrl()).tenantId(API).applicationType(ApplicationType.SERVICE).clientId(Realm.NAME)
                .discoveryEnabled(false).jwksPath(keys.address())
                .token().issuer(keycloak.realmUrl()).audience(Realm.NAME).tokenType("Bearer").allowJwtIntrospection(false).allowOpaqueTokenIntrospection(false).end()
                .build();
    }

    private OidcTenantConfig configuration(String slug) {
        var authentication = OidcTenantConfig.authServerUrl(keycloak.realmUrl()).tenantId(slug).applicationType(ApplicationType.WEB_APP)
                .clientId(Realm.NAME).credentials(keycloak.clientSecret())
                .discoveryEnabled(false)
                .authorizationPath("/protocol/openid-connect/auth").tokenPath("/protocol/openid-connect/token")
                .jwksPath(keys.address()).endSessionPath("/protocol/openid-connect/logout")
                .authentication().redirectPath("/signed-in").restorePathAfterRedirect().pkceRequired()
                .stateSecret(keycloak.clientSecret().substring(0, 32))
                .cookieSameSite(CookieSameSite.LAX).cookieForceSecure(address.isSecure()).failOnMissingStateParam(false)
                .javaScriptAutoRedirect(false);
        if (!slug.equals(STAFF)) {
            authentication.scopes("organization:" + slug);
        }
        return authentication.end().token().issuer(keycloak.realmUrl()).refreshExpired(true).end()
                .tokenStateManager().strategy(Strategy.ID_REFRESH_TOKENS).encryptionSecret(keycloak.clientSecret().substring(0, 32)).end()
                .build();
    }
}
