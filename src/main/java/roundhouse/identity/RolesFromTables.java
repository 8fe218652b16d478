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

/**
 * Gives a proven identity the person and roles of our tables, and none of Keycloak's: a claim in a token opens nothing. Whoever our tables do
 * not know stays without a role.
 */
@ApplicationScoped
class RolesFromTables implements SecurityIdentityAugmentor {

    private final SignIns signIns;

    RolesFromTables(SignIns signIns) {
        this.signIns = signIns;
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
        return knownAs(QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal()).addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes()), person.get(), () -> signIns.of(credential));
    }

    static SecurityIdentity knownAs(QuarkusSecurityIdentity.Builder builder, SignedIn person, Supplier<Optional<SignedIn>> anew) {
        builder.addAttribute(CurrentPerson.ATTRIBUTE, person);
        builder.addAttribute(CurrentPerson.ANEW, anew);
        person.roles().forEach(role -> builder.addRole(role.word()));
        return builder.build();
    }
}
