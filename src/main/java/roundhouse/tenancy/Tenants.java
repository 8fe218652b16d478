package roundhouse.tenancy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;

/** The address book of tenants, kept in memory for a few seconds, and the founding of new ones. */
@ApplicationScoped
public class Tenants {

    private final Units units;
    private final Session entities;
    private volatile Book book = Book.EMPTY;

    Tenants(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    public Optional<Tenant> byId(int id) {
        return Optional.ofNullable(book.byId().get(id));
    }

    public Optional<Tenant> bySlug(String slug) {
        return Optional.ofNullable(book.bySlug().get(slug));
    }

    public Optional<Tenant> byPrefix(String prefix) {
        return Optional.ofNullable(book.byPrefix().get(prefix.toUpperCase(Locale.ROOT)));
    }

    /** @param host as in a Host header, with or without a port */
    public Optional<Tenant> byHost(String host) {
        return Optional.ofNullable(book.byHost().get(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT)));
    }

    public Tenant provider() {
        return bySlug(Tenant.PROVIDER).orElseThrow(() -> new IllegalStateException("The provider has not been founded: apply tenants/ first"));
    }

    /** Whether there is a client of that slug for whom everything is closed: to all but this question it is as if it were not there. */
    public boolean isSuspended(String slug) {
        return book.suspended().stream().anyMatch(closed -> closed.slug().equals(slug));
    }

    /** By name. */
    public List<Suspended> suspended() {
        return book.suspended();
    }

    /** All of them by name. */
    public Collection<Tenant> all() {
        return book.byName();
    }

    /** Those that a person may read, by name. */
    public List<Tenant> within(Reach reach) {
        return reach.tenants().stream().map(book.byId()::get).filter(Objects::nonNull).sorted(Book.BY_NAME).toList();
    }

    record Founded(Integer id) {
    }

    /** What was applied last, and when; all null for nothing yet. @param by as sentences name them */
    public record Applied(String fingerprint, Instant at, String by) {
    }

    /** The tenant with that slug, made with all its partitions if there is none yet. Not to be called in a unit of work. */
    public Tenant found(String slug, String prefix, String name, ZoneId zone, Locale locale) {
        refresh();
        if (bySlug(slug).isEmpty()) {
            units.claiming(() -> entities.createNativeQuery("select found_tenant(:slug, :prefix, :name, :zone, :locale)", Founded.class)
                    .setParameter("slug", slug).setParameter("prefix", prefix).setParameter("name", name)
                    .setParameter("zone", zone.getId()).setParameter("locale", locale.toLanguageTag()).getSingleResult());
            refresh();
        }
        return bySlug(slug).orElseThrow();
    }

    /** Writes what may change of the tenant of the open unit of work, and its hosts. */
    public void change(Tenant tenant) {
        int id = units.open().tenant();
        entities.createNativeQuery("""
                update tenant set name = :name, zone = :zone, locale = :locale, mail = :mail, domains = :domains,
                identity_provider = cast(:provider as text) where tenant_id = :id""")
                .setParameter("name", tenant.name()).setParameter("zone", tenant.zone().getId())
                .setParameter("locale", tenant.locale().toLanguageTag()).setParameter("mail", tenant.mail().toArray(String[]::new))
                .setParameter("domains", tenant.domains().toArray(String[]::new))
                .setParameter("provider", tenant.identityProvider() == null ? null : tenant.identityProvider().text()).setParameter("id", id).executeUpdate();
        entities.createNativeQuery("delete from host where tenant_id = :id").setParameter("id", id).executeUpdate();
        tenant.hosts().forEach(host -> entities.createNativeQuery("insert into host (name, tenant_id) values (:name, :id)")
                .setParameter("name", host.toLowerCase(Locale.ROOT)).setParameter("id", id).executeUpdate());
    }

    /** What was last applied to the tenant of the open unit of work. */
    public Applied applied() {
        return entities.createNativeQuery("select applied, applied_at, applied_by from tenant where tenant_id = :id", Applied.class)
                .setParameter("id", units.open().tenant()).getSingleResult();
    }

    public void applied(Applied applied) {
        entities.createNativeMutationQuery("update tenant set applied = :fingerprint, applied_at = :at, applied_by = :by where tenant_id = :id")
                .setParameter("fingerprint", applied.fingerprint()).setParameter("at", applied.at()).setParameter("by", applied.by())
                .setParameter("id", units.open().tenant()).executeUpdate();
    }

    /** How often what others remember of it was edited, as the address book has it. */
    int edition(int id) {
        return book.editions().getOrDefault(id, 0);
    }

    /** Reads the address book anew. Not to be called in a unit of work. One at a time: an older book never takes the place of a newer one. */
    public synchronized void refresh() {
        book = units.nowhere(() -> book.renewed(entities));
    }

    /** Requests look hosts up before they have a thread that may wait, so the book is read beside them: a change is seen within seconds. */
    @Scheduled(every = "2s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepFresh() {
        refresh();
    }

    void open(@Observes StartupEvent started) {
        refresh();
    }

    /** A client for whom everything is closed. */
    public record Suspended(String slug, String name) {
    }
}
