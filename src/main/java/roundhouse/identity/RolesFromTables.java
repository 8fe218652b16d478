package roundhouse.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/**
 * Gives a proven identity the person and roles of our tables, and none of Keycloak's: a claim in a token opens nothing. Whoever our tables do
 * not know stays without a role.
 */
@ApplicationScoped
class RolesFromTables implements SecurityIdentityAugmentor {

    /** The claim that says through which identity provider somebody came, absent for a password. */
    static final String PROVIDER = "identity_provider";

    private static final Logger LOG = Logger.getLogger(RolesFromTables.class);

    private final SignIns signIns;
    private final Tenants tenants;

    RolesFromTables(SignIns signIns, Tenants tenants) {
        this.signIns = signIns;
        this.tenants = tenants;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || identity.getAttribute(CurrentPerson.ATTRIBUTE) != null) {
            return Uni.createFrom().item(identity);
        }
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        SignIns.Credential credential = SignIns.Credential.subject(token.getSubject(), token.getClaim("sid"));
        Optional<SignedIn> remembered = signIns.remembered(credential);
        if (remembered != null) {
            return Uni.createFrom().item(with(identity, remembered, credential));
        }
        return context.runBlocking(() -> with(identity, signIns.of(credential), credential));
    }

    private SecurityIdentity with(SecurityIdentity identity, Optional<SignedIn> person, SignIns.Credential credential) {
        if (person.isEmpty()) {
            throw new AuthenticationFailedException("Roundhouse knows no active person for this sign-in");
        }
        refuseForeign((JsonWebToken) identity.getPrincipal(), person.get());
        return knownAs(QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal()).addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes()), person.get(), () -> signIns.of(credential));
    }

    /** Keycloak is told to link nobody to another client's identity provider. If it does all the same, what that one says opens nothing. */
    private void refuseForeign(JsonWebToken token, SignedIn person) {
        String alias = token.getClaim(PROVIDER);
        if (alias == null || tenants.byId(person.home()).map(Tenant::slug).filter(alias::equals).isPresent()) {
            return;
        }
        LOG.warnf("%s came through the identity provider %s, which is not that of this person's home, and was refused: look at Keycloak, who is linked to it",
                person.user(), alias);
        throw new AuthenticationFailedException(new ForeignProvider());
    }

    static SecurityIdentity knownAs(QuarkusSecurityIdentity.Builder builder, SignedIn person, Supplier<Optional<SignedIn>> anew) {
        builder.addAttribute(CurrentPerson.ATTRIBUTE, person);
        builder.addAttribute(CurrentPerson.ANEW, anew);
        person.roles().forEach(role -> builder.addRole(role.word()));
        return builder.build();
    }
}
