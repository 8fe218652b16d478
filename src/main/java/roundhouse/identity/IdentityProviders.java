package roundhouse.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.IdentityProviderResource;
import org.keycloak.admin.client.resource.IdentityProvidersResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import roundhouse.tenancy.IdentityProvider;

/**
 * Clients' own identity providers at Keycloak, the slug as alias. A person comes in by the address that stands in our tables: we link each account of the
 * client to it, and Keycloak links nobody by itself, so a provider opens the accounts of its own client and no others.
 */
@ApplicationScoped
public class IdentityProviders {

    /**
     * The flow for a first sign-in, which refuses everybody. Keycloak's own would make accounts for strangers, and offer to link to accounts of anybody who
     * has the same address or user name. Operators make it, since who may make flows may change the whole realm.
     */
    private static final String ONLY_LINKED = "roundhouse only who is linked";
    private static final String BY_ADDRESS = "roundhouse by address";
    private static final String OURS = "roundhouse";
    private static final int ALL = 100_000;

    private final Realm realm;

    IdentityProviders(Realm realm) {
        this.realm = realm;
    }

    /** Aliases of those that were set up here; what operators made themselves is not among them. */
    public Set<String> aliases() {
        return providers().findAll().stream().filter(IdentityProviders::isOurs).map(IdentityProviderRepresentation::getAlias).collect(Collectors.toSet());
    }

    /**
     * Adds and changes. Whoever is linked and not among the people is linked no longer.
     *
     * @param addresses of the client's people by their subjects
     * @throws IllegalStateException saying what is not as it must be
     */
    public void keep(String alias, IdentityProvider wanted, Map<String, String> addresses) {
        Map<String, String> config = config(wanted);
        OrganizationRepresentation organization = realm.organization(alias).orElseThrow(() -> new IllegalStateException("Keycloak has no Organization " + alias));
        IdentityProviderRepresentation provider = named(alias).orElse(null);
        try {
            if (provider == null) {
                Realm.closed(providers().create(describe(alias, organization.getName(), config, new IdentityProviderRepresentation())));
            } else {
                providers().get(alias).update(describe(alias, organization.getName(), config, provider));
            }
        } catch (WebApplicationException | IllegalStateException refused) {
            // Keycloak says "unknown error" then, and we may not ask it for its flows
            throw new IllegalStateException("Keycloak refuses it, as it does where the flow \"" + ONLY_LINKED + "\" is missing (" + refused.getMessage() + ")", refused);
        }
        keepMapper(providers().get(alias));
        if (provider == null || provider.getOrganizationId() == null) {
            Realm.closed(realm.realm().organizations().get(organization.getId()).identityProviders().addIdentityProvider(alias));
        }
        keepLinks(alias, addresses);
    }

    /** The links of its people go with it. */
    public void remove(String alias) {
        providers().get(alias).remove();
    }

    /** For an account that is new or has another address; nothing where this client has no provider at Keycloak. */
    public void link(String alias, String subject, String address) {
        if (named(alias).filter(IdentityProviders::isOurs).isPresent()) {
            link(alias, realm.realm().users().get(subject), address);
        }
    }

    private Map<String, String> config(IdentityProvider wanted) {
        Map<String, String> config = new HashMap<>(discovered(wanted.issuer()));
        config.put("clientId", wanted.clientId());
        config.put("clientSecret", wanted.secret().orElseThrow(() -> new IllegalStateException("the environment variable " + wanted.secretEnv() + " is not set")));
        config.put("clientAuthMethod", "client_secret_post");
        config.put("defaultScope", "openid email profile");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("syncMode", "IMPORT");
        config.put("kc.org.domain", "ANY");
        config.put("kc.org.broker.redirect.mode.email-matches", "true");
        config.put(OURS, "tenant.yaml");
        return config;
    }

    private Map<String, String> discovered(String issuer) {
        String address = bare(issuer) + "/.well-known/openid-configuration";
        Map<String, String> discovered;
        try {
            discovered = providers().importFrom(Map.of("providerId", "oidc", "fromUrl", address));
        } catch (WebApplicationException notReadable) {
            throw new IllegalStateException("Keycloak cannot read " + address + " (it answers " + notReadable.getResponse().getStatus() + ")", notReadable);
        }
        String said = discovered.get("issuer");
        if (said == null || !bare(said).equals(bare(issuer))) {
            throw new IllegalStateException(address + " names another issuer: " + said);
        }
        return discovered;
    }

    private static String bare(String issuer) {
        return issuer.replaceAll("/+$", "");
    }

    private static IdentityProviderRepresentation describe(String alias, String name, Map<String, String> config, IdentityProviderRepresentation provider) {
        provider.setAlias(alias);
        provider.setDisplayName(name);
        provider.setProviderId("oidc");
        provider.setEnabled(true);
        provider.setTrustEmail(false);
        provider.setStoreToken(false);
        provider.setLinkOnly(false);
        provider.setFirstBrokerLoginFlowAlias(ONLY_LINKED);
        provider.setConfig(config);
        return provider;
    }

    /** People are told apart by their address, which we know beforehand, and not by the provider's own subject, which we do not. */
    private static void keepMapper(IdentityProviderResource provider) {
        if (provider.getMappers().stream().anyMatch(mapper -> BY_ADDRESS.equals(mapper.getName()))) {
            return;
        }
        IdentityProviderMapperRepresentation mapper = new IdentityProviderMapperRepresentation();
        mapper.setName(BY_ADDRESS);
        mapper.setIdentityProviderAlias(provider.toRepresentation().getAlias());
        mapper.setIdentityProviderMapper("oidc-username-idp-mapper");
        mapper.setConfig(Map.of("template", "${CLAIM.email | lowercase}", "target", "BROKER_ID", "syncMode", "INHERIT"));
        Realm.closed(provider.addMapper(mapper));
    }

    private void keepLinks(String alias, Map<String, String> addresses) {
        realm.realm().users().search(null, null, null, null, null, alias, null, 0, ALL, null, true).stream()
                .filter(linked -> !addresses.containsKey(linked.getId()))
                .forEach(stranger -> realm.realm().users().get(stranger.getId()).removeFederatedIdentity(alias));
        addresses.forEach((subject, address) -> link(alias, realm.realm().users().get(subject), address));
    }

    private static void link(String alias, UserResource user, String address) {
        String wanted = address.toLowerCase(Locale.ROOT);
        List<FederatedIdentityRepresentation> there = user.getFederatedIdentity().stream().filter(link -> alias.equals(link.getIdentityProvider())).toList();
        if (there.stream().anyMatch(link -> wanted.equals(link.getUserId()))) {
            return;
        }
        if (!there.isEmpty()) {
            user.removeFederatedIdentity(alias);
        }
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(alias);
        link.setUserId(wanted);
        link.setUserName(wanted);
        Realm.closed(user.addFederatedIdentity(alias, link));
    }

    private Optional<IdentityProviderRepresentation> named(String alias) {
        return providers().findAll().stream().filter(provider -> alias.equals(provider.getAlias())).findFirst();
    }

    private static boolean isOurs(IdentityProviderRepresentation provider) {
        return provider.getConfig() != null && provider.getConfig().containsKey(OURS);
    }

    private IdentityProvidersResource providers() {
        return realm.realm().identityProviders();
    }
}
