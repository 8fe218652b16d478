package roundhouse.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
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

    /** A new account among the members of an Organization. @return its subject; empty where user name or address are somebody's already */
    public Optional<String> open(Account account, String organization) {
        Response answer = create(describe(account, new UserRepresentation()));
        if (answer.getStatus() == Response.Status.CONFLICT.getStatusCode()) {
            answer.close();
            return Optional.empty();
        }
        String subject = created(answer);
        organization(organization).ifPresent(found -> closed(realm().organizations().get(found.getId()).members().addMember(subject)));
        return Optional.of(subject);
    }

    /** Changes the name and the address of an account that is there. @return false where the address is somebody's already */
    public boolean change(String subject, Account account) {
        UserResource user = realm().users().get(subject);
        try {
            user.update(describe(account, user.toRepresentation()));
            return true;
        } catch (ClientErrorException taken) {
            if (taken.getResponse().getStatus() == Response.Status.CONFLICT.getStatusCode()) {
                return false;
            }
            throw taken;
        }
    }

    /** Adds and changes; whoever is no longer among the members leaves it. @param members subjects */
    public void keepOrganization(Organization wanted, Set<String> members) {
        OrganizationRepresentation there = organization(wanted.slug()).orElse(null);
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
        if (there == null) {
            return created(create(describe(account, new UserRepresentation())));
        }
        String name = (there.getFirstName() + " " + (there.getLastName() == null ? "" : there.getLastName())).strip();
        if (!Objects.equals(there.getEmail(), account.email().toLowerCase()) || !name.equals(account.name())) {
            realm().users().get(there.getId()).update(describe(account, there));
        }
        return there.getId();
    }

    private static UserRepresentation describe(Account account, UserRepresentation user) {
        int family = account.name().lastIndexOf(' ');
        user.setUsername(account.user());
        user.setFirstName(family < 0 ? account.name() : account.name().substring(0, family));
        user.setLastName(family < 0 ? "" : account.name().substring(family + 1));
        user.setEmail(account.email());
        user.setEmailVerified(true);
        return user;
    }

    private Response create(UserRepresentation wanted) {
        wanted.setEnabled(true);
        if (settings.local()) {
            CredentialRepresentation password = new CredentialRepresentation();
            password.setType(CredentialRepresentation.PASSWORD);
            password.setValue(wanted.getUsername());
            wanted.setCredentials(List.of(password));
        }
        return realm().users().create(wanted);
    }

    /** Keycloak looks in names and domains only, which need not hold the slug. */
    Optional<OrganizationRepresentation> organization(String slug) {
        return Stream.<Supplier<List<OrganizationRepresentation>>>of(() -> realm().organizations().search(slug, false, 0, ALL), () -> realm().organizations().list(0, ALL))
                .flatMap(look -> look.get().stream()).filter(found -> slug.equals(found.getAlias())).findFirst();
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

    RealmResource realm() {
        return keycloak.realm(NAME);
    }

    private static String created(Response response) {
        URI location = closed(response);
        String path = location.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static URI closed(Response response) {
        try (response) {
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw new IllegalStateException("Keycloak answered " + response.getStatus() + ": " + response.readEntity(String.class));
            }
            return response.getLocation();
        }
    }
}
