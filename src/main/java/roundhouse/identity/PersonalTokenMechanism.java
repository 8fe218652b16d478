package roundhouse.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** {@code Authorization: Bearer rh_...} on the API; every other token is OIDC's to prove. */
@ApplicationScoped
class PersonalTokenMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer " + PersonalTokens.PREFIX;

    private final SignIns signIns;

    PersonalTokenMechanism(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER) || !context.normalizedPath().startsWith("/api/")) {
            return Uni.createFrom().nullItem();
        }
        SignIns.Credential credential = SignIns.Credential.token(header.substring("Bearer ".length()));
        return Uni.createFrom().item(() -> signIns.of(credential)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(person -> person.orElseThrow(() -> new AuthenticationFailedException("This personal token is unknown or has ended")))
                .map(person -> RolesFromTables.knownAs(
                        QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(person.user())), person, () -> signIns.of(credential)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;
    }
}
