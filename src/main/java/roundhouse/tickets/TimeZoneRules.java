package roundhouse.tickets;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Reach;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** An update of Java may bring other rules of time zones: what was judged stays, and all that is unfinished is reckoned anew and told in its history. */
@ApplicationScoped
class TimeZoneRules {

    private static final Logger LOG = Logger.getLogger(TimeZoneRules.class);

    private record Known(Integer tenantId, String version) {
    }

    private final Tenants tenants;
    private final Units units;
    private final Session entities;
    private final Timers timers;
    private final DatabaseTime time;

    TimeZoneRules(Tenants tenants, Units units, Session entities, Timers timers, DatabaseTime time) {
        this.tenants = tenants;
        this.units = units;
        this.entities = entities;
        this.timers = timers;
        this.time = time;
    }

    /** Hourly, for clients that came since. */
    @Scheduled(every = "1h", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepUp() {
        String version = version();
        Reach all = Reach.of(tenants.all().stream().map(Tenant::id).toArray(Integer[]::new));
        Map<Integer, String> known = units.across(all, Side.SYSTEM, 0, () -> entities.createNativeQuery(
                        "select tenant_id, version from time_zone_rules where tenant_id = any (:reach)", Known.class)
                .setParameter("reach", units.open().reach().array()).getResultStream().collect(Collectors.toMap(Known::tenantId, Known::version)));
        tenants.all().stream().filter(tenant -> !version.equals(known.get(tenant.id()))).forEach(tenant -> keepUp(tenant, known.get(tenant.id()), version));
    }

    /** Of the Java that runs this, as in {@code 2026b}. */
    static String version() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }

    private void keepUp(Tenant tenant, String before, String version) {
        units.inside(tenant.id(), Side.SYSTEM, 0, () -> {
            if (before != null) {
                LOG.infof("%s: rules of time zones are %s instead of %s, open clocks are reckoned anew", tenant.slug(), version, before);
                timers.setUnfinished(time.now());
            }
            return entities.createNativeMutationQuery("insert into time_zone_rules (tenant_id, version) values (:tenant, :version)"
                            + " on conflict (tenant_id) do update set version = excluded.version")
                    .setParameter("tenant", tenant.id()).setParameter("version", version).executeUpdate();
        });
    }
}
