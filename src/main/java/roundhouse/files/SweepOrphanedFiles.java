package roundhouse.files;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** Files that no row tells of, left by a process that died between file and commit. A unit of work never lasts as long as we wait. */
@ApplicationScoped
class SweepOrphanedFiles {

    private static final Logger LOG = Logger.getLogger(SweepOrphanedFiles.class);
    private static final Duration AGE = Duration.ofDays(1);

    private final FileStore store;
    private final Units units;
    private final Session entities;
    private final Tenants tenants;
    private final DatabaseTime time;

    SweepOrphanedFiles(FileStore store, Units units, Session entities, Tenants tenants, DatabaseTime time) {
        this.store = store;
        this.units = units;
        this.entities = entities;
        this.tenants = tenants;
        this.time = time;
    }

    @Scheduled(identity = "sweep orphaned files", every = "24h", delayed = "15m", concurrentExecution = ConcurrentExecution.SKIP)
    void daily() throws IOException {
        for (Tenant tenant : tenants.all()) {
            sweep(tenant, time.now().minus(AGE));
        }
    }

    /** @return how many were removed */
    int sweep(Tenant tenant, Instant before) throws IOException {
        Set<String> orphans = new HashSet<>(store.keptBefore(tenant.id(), before));
        if (orphans.isEmpty()) {
            return 0;
        }
        orphans.removeAll(told(tenant, orphans));
        for (String orphan : orphans) {
            store.remove(tenant.id(), orphan);
        }
        if (!orphans.isEmpty()) {
            LOG.infof("Removed %d files of %s that no ticket tells of", orphans.size(), tenant.slug());
        }
        return orphans.size();
    }

    record Told(String key) {
    }

    private List<String> told(Tenant tenant, Set<String> keys) {
        return units.inside(tenant.id(), Side.SYSTEM, 0, () -> entities.createNativeQuery(
                        "select store_key from attachment where tenant_id = :tenant and store_key = any (:keys)", Told.class)
                .setParameter("tenant", tenant.id()).setParameter("keys", keys.toArray(String[]::new)).getResultStream().map(Told::key).toList());
    }
}
