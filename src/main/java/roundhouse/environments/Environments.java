package roundhouse.environments;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import roundhouse.identity.By;
import roundhouse.identity.SignIns;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/** The clients as the folder {@code tenants/} describes them, and the one way to make it so. */
@ApplicationScoped
public class Environments {

    private static final Logger LOG = Logger.getLogger(Environments.class);

    private final Path root;
    private final Onboarding onboarding;
    private final Tenants tenants;
    private final SignIns signIns;
    private final KeycloakInStep keycloak;
    private volatile Report last;

    Environments(@ConfigProperty(name = "roundhouse.tenants", defaultValue = "tenants") Path root, Onboarding onboarding, Tenants tenants, SignIns signIns,
            KeycloakInStep keycloak) {
        this.root = root;
        this.onboarding = onboarding;
        this.tenants = tenants;
        this.signIns = signIns;
        this.keycloak = keycloak;
    }

    /** What was applied last by this process. */
    public Optional<Report> last() {
        return Optional.ofNullable(last);
    }

    /** Applies the whole folder, one transaction a client. Not to be called in a unit of work. */
    public Report apply(By by) {
        return apply(root, by, false);
    }

    /** Applies what is not as it was when it was applied last: a start with nothing new takes no time. */
    Report applyNews(By by) {
        return apply(root, by, true);
    }

    synchronized Report apply(Path from, By by, boolean onlyNews) {
        long begun = System.nanoTime();
        TenantsFolder folder = TenantsFolder.read(from, LocalDate.ofInstant(by.at(), ZoneOffset.UTC));
        List<Outcome> outcomes = new ArrayList<>();
        folder.provider().ifPresent(provider -> outcomes.add(orFailed(Tenant.PROVIDER, provider.name(),
                () -> onboarding.provider(provider, folder.providerSla(), by))));
        folder.clients().forEach(client -> outcomes.add(orFailed(client.slug(), client.tenant().name(),
                () -> onboarding.client(client, folder, by, onlyNews))));
        tenants.refresh();
        keycloak.keepInStep(outcomes.stream().anyMatch(outcome -> !outcome.changes().isEmpty()));
        signIns.forget();
        last = new Report(by.at(), by.user(), Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0, outcomes, folder.mistakes());
        tell(last);
        return last;
    }

    private static Outcome orFailed(String slug, String name, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            // One client that cannot be applied must not keep the others waiting
            LOG.error("The folder of " + slug + " could not be applied", e);
            return Outcome.failed(slug, name, "could not be applied and stays as it was; the log tells why");
        }
    }

    private static void tell(Report report) {
        report.mistakes().forEach(LOG::warn);
        report.outcomes().forEach(outcome -> outcome.mistakes().forEach(LOG::warn));
        LOG.infof("Applied tenants/ in %.1f s: %s", report.seconds(), report.sentence());
    }
}
