package roundhouse.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.MemberRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Keycloak's side of us, kept in step through its admin client: users, one Organization a client, the hosts of the OIDC client. */
@ApplicationScoped
public class Realm {

    static final String NAME = "roundhouse";
    private static final int ALL = 100_000;

    private final Keycloak keycloak;
    private final KeycloakSettings settings;

    Realm(Keycloak keycloak, KeycloakSettings settings) {
        this.keycloak = keycloak;
        this.settings = settings;
    }

    /** @param name given name first, family name last */
    public record Account(String user, String name, String email) {
    }

    /** @param attributes what the sign-in page shows: accent, logo, name */
    public record Organization(String slug, String name, List<String> domains, Map<String, String> attributes) {
    }

    /** Adds and changes. @return the subject of each account by its user name */
    public Map<String, String> keepAccounts(List<Account> accounts) {
        Map<String, UserRepresentation> there = realm().users().list(0, ALL).stream()
                .collect(Collectors.toMap(UserRepresentation::getUsername, Function.identity()));
        return accounts.stream().collect(Collectors.toMap(Account::user, account -> keep(account, there.get(account.user()))));
    }

    /** Adds and changes; whoever is no longer among the members leaves it. @param members subjects */
    public void keepOrganization(Organization wanted, Set<String> members) {
        OrganizationRepresentation there = realm().organizations().search(wanted.slug(), false, 0, ALL).stream()
                .filter(found -> wanted.slug().equals(found.getAlias())).findFirst().orElse(null);
        OrganizationRepresentation described = describe(wanted, there);
        String id = there == null ? created(realm().organizations().create(described)) : there.getId();
        OrganizationResource organization = realm().organizations().get(id);
        if (there != null) {
            closed(organization.update(described));
        }
        Set<String> inside = organization.members().list(0, ALL).stream().map(MemberRepresentation::getId).collect(Collectors.toSet());
        members.stream().filter(member -> !inside.contains(member)).forEach(member -> closed(organization.members().addMember(member)));
        inside.stream().filter(member -> !members.contains(member)).forEach(member -> closed(organization.members().removeMember(member)));
    }

    /** Sign-in may return to these addresses and no others. @param origins as in {@code http://acme.localhost:8080} */
    public void keepOrigins(Set<String> origins) {
        ClientRepresentation found = realm().clients().findByClientId(NAME).get(0);
        Set<String> wanted = new HashSet<>(found.getRedirectUris());
        Set<String> webOrigins = new HashSet<>(found.getWebOrigins());
        boolean added = origins.stream().map(origin -> wanted.add(origin + "/*") | webOrigins.add(origin)).reduce(false, Boolean::logicalOr);
        if (!added) {
            return;
        }
        ClientResource client = realm().clients().get(found.getId());
        ClientRepresentation changed = client.toRepresentation();
        changed.setRedirectUris(new ArrayList<>(wanted));
        changed.setWebOrigins(new ArrayList<>(webOrigins));
        client.update(changed);
    }

    private String keep(Account account, UserRepresentation there) {
        UserRepresentation wanted = there == null ? new UserRepresentation() : there;
        int family = account.name().lastIndexOf(' ');
        String first = family < 0 ? account.name() : account.name().substring(0, family);
        String last = family < 0 ? "" : account.name().substring(family + 1);
        if (there != null && Objects.equals(there.getEmail(), account.email().toLowerCase()) && first.equals(there.getFirstName())
                && last.equals(there.getLastName() == null ? "" : there.getLastName())) {
            return there.getId();
        }
        wanted.setUsername(account.user());
        wanted.setFirstName(first);
        wanted.setLastName(last);
        wanted.setEmail(account.email());
        wanted.setEmailVerified(true);
        if (there != null) {
            realm().users().get(there.getId()).update(wanted);
            return there.getId();
        }
        wanted.setEnabled(true);
        if (settings.local()) {
            CredentialRepresentation password = new CredentialRepresentation();
            password.setType(CredentialRepresentation.PASSWORD);
            password.setValue(account.user());
            wanted.setCredentials(List.of(password));
        }
        return created(realm().users().create(wanted));
    }

    private static OrganizationRepresentation describe(Organization wanted, OrganizationRepresentation there) {
        OrganizationRepresentation described = there == null ? new OrganizationRepresentation() : there;
        described.setName(wanted.name());
        described.setAlias(wanted.slug());
        described.setEnabled(true);
        wanted.domains().forEach(domain -> described.addDomain(new OrganizationDomainRepresentation(domain)));
        wanted.attributes().forEach((name, value) -> described.singleAttribute(name, value));
        return described;
    }

    private RealmResource realm() {
        return keycloak.realm(NAME);
    }

    private static String created(Response response) {
        URI location = closed(response);
        String path = location.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static URI closed(Response response) {
        try (response) {
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw new IllegalStateException("Keycloak answered " + response.getStatus() + ": " + response.readEntity(String.class));
            }
            return response.getLocation();
        }
    }
}
