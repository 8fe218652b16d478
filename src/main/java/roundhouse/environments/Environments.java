package roundhouse.environments;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import roundhouse.identity.By;
import roundhouse.identity.SignIns;
import roundhouse.tenancy.Mistake;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.NotFound;

/** The clients as the folder {@code tenants/} describes them, and the one way to make it so. */
@ApplicationScoped
public class Environments {

    private static final Logger LOG = Logger.getLogger(Environments.class);
    private static final Mistake NOT_TOLD = new Mistake("", 0, "sign-in", "Keycloak could not be told who may sign in; it is told as soon as it answers");

    private final Path root;
    private final Onboarding onboarding;
    private final KeycloakInStep keycloak;
    private final Tenants tenants;
    private final SignIns signIns;
    private final Validator validator;
    private volatile Report last;
    private volatile boolean keycloakIsOwed;
    private boolean changedSinceKeycloakWasTold;
    private List<Mistake> mistakesOfTheFolder = List.of();

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

    /** Applies what is not as it was when it was applied last: a start with nothing new takes no time, and does not wait for Keycloak. */
    Report applyNews(By by) {
        return apply(root, by, true);
    }

    /**
     * Applies the folder of one client, or the provider's files. Not to be called in a unit of work.
     *
     * @param chosen keys of calendars and policies, as in {@code policy standard}, that are to be as the folder says although they were changed on screen
     */
    public Outcome apply(Tenant tenant, Set<String> chosen, By by) {
        return apply(root, tenant, chosen, by);
    }

    synchronized Outcome apply(Path from, Tenant tenant, Set<String> chosen, By by) {
        TenantsFolder folder = read(from, by);
        Choices choices = new Choices(Map.of(tenant.slug(), chosen));
        Outcome outcome = tenant.isProvider()
                ? folder.provider().map(provider -> provider(folder, provider, choices, by)).orElseGet(() -> Outcome.refused(tenant.slug(), tenant.name(), folder.mistakes()))
                : folder.clientNamed(tenant.slug()).map(client -> client(folder, client, choices, by, false)).orElseThrow(NotFound::new);
        List<Mistake> mistakes = afterwards(List.of(outcome));
        last = last == null ? null : last.with(outcome).saying(mistakesOfTheFolderAnd(mistakes));
        outcome.mistakes().forEach(LOG::warn);
        mistakes.forEach(LOG::warn);
        return outcome;
    }

    /** What applying would do. Not to be called in a unit of work. */
    public Plan plan(Tenant tenant, By by) {
        return plans(root, List.of(tenant), by).get(0);
    }

    /** Everything that is not closed or has a folder, read once. Not to be called in a unit of work. */
    public Overview overview(By by) {
        return overview(root, by);
    }

    Overview overview(Path from, By by) {
        TenantsFolder folder = read(from, by);
        List<Plan> plans = tenants.all().stream().map(tenant -> onboarding.plan(tenant, folder, by.at())).toList();
        List<ClientFolder> unknown = folder.clients().stream()
                .filter(client -> tenants.bySlug(client.slug()).isEmpty() && tenants.suspended().stream().noneMatch(closed -> closed.slug().equals(client.slug()))).toList();
        return new Overview(plans, tenants.suspended(), unknown.stream().map(client -> new Overview.Waiting(client.slug(), client.tenant().name(), client.mistakes())).toList(),
                folder.mistakes());
    }

    /** The same for several. */
    List<Plan> plans(Path from, Collection<Tenant> of, By by) {
        TenantsFolder folder = read(from, by);
        return of.stream().map(tenant -> onboarding.plan(tenant, folder, by.at())).toList();
    }

    private TenantsFolder read(Path from, By by) {
        return TenantsFolder.read(from, LocalDate.ofInstant(by.at(), ZoneOffset.UTC), validator);
    }

    private Outcome provider(TenantsFolder folder, ProviderFile provider, Choices choices, By by) {
        return orFailed(Tenant.PROVIDER, provider.name(), () -> onboarding.provider(provider, folder.providerSla(), choices, by));
    }

    private Outcome client(TenantsFolder folder, ClientFolder client, Choices choices, By by, boolean onlyNews) {
        return orFailed(client.slug(), client.tenant().name(), () -> onboarding.client(client, folder, choices, by, onlyNews));
    }

    private List<Mistake> afterwards(List<Outcome> outcomes) {
        changedSinceKeycloakWasTold |= outcomes.stream().anyMatch(outcome -> !outcome.changes().isEmpty());
        keycloakIsOwed = true;
        tenants.refresh();
        return tellKeycloak();
    }

    synchronized Report apply(Path from, By by, boolean onlyNews) {
        long begun = System.nanoTime();
        TenantsFolder folder = read(from, by);
        LOG.infof("Applying tenants/: %d clients; where they are new it takes about a second each", folder.clients().size());
        List<Outcome> outcomes = new ArrayList<>();
        folder.provider().ifPresent(provider -> outcomes.add(provider(folder, provider, Choices.NONE, by)));
        folder.clients().forEach(client -> outcomes.add(client(folder, client, Choices.NONE, by, onlyNews)));
        mistakesOfTheFolder = folder.mistakes();
        List<Mistake> mistakes = mistakesOfTheFolderAnd(onlyNews && outcomes.stream().allMatch(outcome -> outcome.changes().isEmpty()) ? later() : afterwards(outcomes));
        last = new Report(by.at(), by.user(), Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0, outcomes, mistakes);
        tell(last);
        return last;
    }

    private List<Mistake> mistakesOfTheFolderAnd(List<Mistake> ofKeycloak) {
        return Stream.concat(mistakesOfTheFolder.stream(), ofKeycloak.stream()).toList();
    }

    private List<Mistake> later() {
        keycloakIsOwed = true;
        return List.of();
    }

    /** What Keycloak was not told while it was away, and what a start left for later. */
    @Scheduled(every = "5s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellKeycloakWhatIsOwed() {
        if (keycloakIsOwed) {
            catchUp();
        }
    }

    private synchronized void catchUp() {
        if (!keycloakIsOwed) {
            return;
        }
        List<Mistake> mistakes = tellKeycloak();
        last = last == null ? null : last.saying(mistakesOfTheFolderAnd(mistakes));
        mistakes.forEach(LOG::warn);
    }

    /** Without Keycloak the clients stand all the same; whoever is new cannot sign in until it was told. */
    private List<Mistake> tellKeycloak() {
        try {
            List<Mistake> mistakes = keycloak.keepInStep(changedSinceKeycloakWasTold);
            changedSinceKeycloakWasTold = false;
            keycloakIsOwed = false;
            return mistakes;
        } catch (ProcessingException | WebApplicationException | IllegalStateException e) {
            LOG.warnf("Keycloak could not be kept in step: %s", e);
            return List.of(NOT_TOLD);
        } finally {
            signIns.forget();
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
