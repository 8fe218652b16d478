package roundhouse.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The claim by which Keycloak says, in whatever token is for us, through whose identity provider somebody came: {@link RolesFromTables} looks at it. */
@ApplicationScoped
public class ProviderClaim {

    private static final String NAME = "roundhouse identity provider";
    private static final Map<String, String> TELLING = Map.of("user.session.note", RolesFromTables.PROVIDER, "claim.name", RolesFromTables.PROVIDER,
            "jsonType.label", "String", "id.token.claim", "true", "access.token.claim", "true", "introspection.token.claim", "true");

    private final Realm realm;

    ProviderClaim(Realm realm) {
        this.realm = realm;
    }

    /** Also of OIDC clients that operators made for scripts, as long as their tokens are for us. */
    public void keep() {
        realm.realm().clients().findAll().stream().filter(ProviderClaim::isForUs)
                .forEach(client -> keep(mappers(client), realm.realm().clients().get(client.getId()).getProtocolMappers()));
    }

    private static void keep(List<ProtocolMapperRepresentation> there, ProtocolMappersResource mappers) {
        ProtocolMapperRepresentation told = there.stream().filter(mapper -> NAME.equals(mapper.getName())).findFirst().orElse(null);
        if (told == null) {
            told = new ProtocolMapperRepresentation();
            told.setName(NAME);
            told.setProtocol("openid-connect");
            told.setProtocolMapper("oidc-usersessionmodel-note-mapper");
            told.setConfig(TELLING);
            Realm.closed(mappers.createMapper(told));
        } else if (!told.getConfig().entrySet().containsAll(TELLING.entrySet())) {
            told.setConfig(TELLING);
            mappers.update(told.getId(), told);
        }
    }

    private static boolean isForUs(ClientRepresentation client) {
        return Realm.NAME.equals(client.getClientId())
                || mappers(client).stream().anyMatch(mapper -> Realm.NAME.equals(mapper.getConfig().get("included.client.audience")));
    }

    private static List<ProtocolMapperRepresentation> mappers(ClientRepresentation client) {
        return client.getProtocolMappers() == null ? List.of() : client.getProtocolMappers();
    }
}
