package roundhouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;

/** PostgreSQL keeps plans, and each opens one client's partition only, however often it was executed on a connection. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class PartitionLocksTest {

    /** PostgreSQL thinks of a generic plan at the sixth execution, the driver of a prepared statement at the fifth. */
    private static final int OFTEN = 12;

    @Inject
    Units units;
    @Inject
    Session entities;
    private int acme;

    @BeforeEach
    void severalPartitionsStand() {
        acme = Cast.acme().id();
        Cast.initech();
        Cast.umbrella();
    }

    record Locks(Long count) {
    }

    @Test
    void aQueryThatNamesItsTenantLocksAsMuchAtItsTwelfthExecutionAsAtItsFirst() {
        staysAsItWas(() -> entities.createQuery("select t.subject from Ticket t where t.key.tenantId = :tenant and t.number = :number", String.class)
                .setParameter("tenant", acme).setParameter("number", 1001).getResultList());
    }

    @Test
    void soDoesAnUpdate() {
        staysAsItWas(() -> entities.createMutationQuery("update Ticket t set t.subject = t.subject where t.key.tenantId = :tenant and t.key.id = :id")
                .setParameter("tenant", acme).setParameter("id", new UUID(0, 0)).executeUpdate());
    }

    @Test
    void soDoesAnEntryThatIsAdded() {
        staysAsItWas(() -> entities.createNativeMutationQuery("""
                        insert into entry (tenant_id, id, at, about, kind, public, by_user, by_name, by_side, channel)
                        values (:tenant, :id, now(), 'locks', 'CHANGE', true, 'tess', 'Tess', 'staff', 'desk')""")
                .setParameter("tenant", acme).setParameter("id", UUID.randomUUID()).executeUpdate());
    }

    /** That the count would tell: the same statement past Hibernate, with nothing but a parameter, opens every client's partition once its plan is kept. */
    @Test
    void aPlanWithNothingButAParameterOpensEverybodysPartitions() {
        String sql = "select subject from ticket where tenant_id = ? and number = ?";
        assertThat(units.inside(acme, Side.STAFF, 1, () -> {
            entities.createNativeMutationQuery("set local plan_cache_mode = force_generic_plan").executeUpdate();
            return locksOf(() -> pastHibernate(sql), OFTEN);
        })).isGreaterThan(units.inside(acme, Side.STAFF, 1, () -> locksOf(this::tickets, OFTEN)));
    }

    record Kept(Long times) {
    }

    @Test
    void thePlanIsKept() {
        assertThat(units.inside(acme, Side.STAFF, 1, () -> {
            locksOf(this::tickets, OFTEN);
            return entities.createNativeQuery("select max(generic_plans) from pg_prepared_statements where statement like '%t1\\_0.tenant\\_id=" + acme + "%'", Kept.class)
                    .getSingleResult().times();
        })).isPositive();
    }

    private Object tickets() {
        return entities.createQuery("select t.subject from Ticket t where t.key.tenantId = :tenant and t.number = :number", String.class)
                .setParameter("tenant", acme).setParameter("number", 1002).getResultList();
    }

    private Object pastHibernate(String sql) {
        return entities.doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, acme);
                statement.setInt(2, 1002);
                return statement.executeQuery().next();
            }
        });
    }

    private void staysAsItWas(Supplier<Object> statement) {
        for (Side side : Side.values()) {
            long[] locks = units.inside(acme, side, 1, () -> new long[] {locksOf(statement, 1), locksOf(statement, OFTEN - 1)});
            assertThat(locks[0]).as("one client's partition and its indexes, by " + side).isPositive();
            assertThat(locks[1]).as("by " + side).isEqualTo(locks[0]);
        }
    }

    /** Of leaves and their indexes, by this transaction. */
    private long locksOf(Supplier<Object> statement, int times) {
        for (int time = 0; time < times; time++) {
            statement.get();
        }
        return entities.createNativeQuery("""
                select count(*) from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
                where l.pid = pg_backend_pid() and n.nspname like 'tenant\\_%'""", Locks.class).getSingleResult().count();
    }
}
