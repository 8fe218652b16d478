package roundhouse.environments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
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
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/** The clients as the folder {@code tenants/} describes them, and the one way to make it so. */
@ApplicationScoped
public class Environments {

    private static final Logger LOG = Logger.getLogger(Environments.class);

    private final Path root;
    private final Onboarding onboarding;
    private final KeycloakInStep keycloak;
    private final Tenants tenants;
    private final SignIns signIns;
    private final Validator validator;
    private volatile Report last;

    Environments(@ConfigProperty(name = "roundhouse.tenants", defaultValue = "tenants") Path root, Onboarding onboarding,
                 KeycloakInStep keycloak, Tenants tenants, SignIns signIns, Validator validator) {
        this.root = root;
        this.onboarding = onboarding;
        this.keycloak = keycloak;
        this.tenants = tenants;
        this.signIns = signIns;
        this.validator = validator;
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
        TenantsFolder folder = TenantsFolder.read(from, LocalDate.ofInstant(by.at(), ZoneOffset.UTC), validator);
        List<Mistake> mistakes = new ArrayList<>(folder.mistakes());
        List<Outcome> outcomes = new ArrayList<>();
        folder.provider().ifPresent(provider -> outcomes.add(orFailed(Tenant.PROVIDER, provider.name(),
                () -> onboarding.provider(provider, folder.providerSla(), by))));
        folder.clients().forEach(client -> outcomes.add(orFailed(client.slug(), client.tenant().name(),
                () -> onboarding.client(client, folder, by, onlyNews))));
        tenants.refresh();
        keepInStep(outcomes, mistakes);
        signIns.forget();
        last = new Report(by.at(), by.user(), Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0, outcomes, List.copyOf(mistakes));
        tell(last);
        return last;
    }

    /** Without Keycloak the clients stand all the same; whoever is new cannot sign in until they are applied again. */
    private void keepInStep(List<Outcome> outcomes, List<Mistake> mistakes) {
        try {
            keycloak.keepInStep(outcomes.stream().anyMatch(outcome -> !outcome.changes().isEmpty()));
        } catch (ProcessingException | WebApplicationException | IllegalStateException e) {
            LOG.error("Keycloak could not be kept in step", e);
            mistakes.add(new Mistake("", 0, "sign-in", "Keycloak could not be told who may sign in; apply again when it answers"));
        }
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
