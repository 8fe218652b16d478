package roundhouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;

/** One connection serves everybody in turn: nothing of the unit before may be left on it, however that unit ended. */
@QuarkusTest
@TestProfile(PoolOfOneTest.OneConnection.class)
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class PoolOfOneTest {

    public static class OneConnection implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.max-size", "1", "quarkus.datasource.jdbc.acquisition-timeout", "10", "quarkus.scheduler.enabled", "false");
        }
    }

    private static final int UNITS = 10_000;
    private static final long SEED = 2026;

    @Inject
    Units units;
    @Inject
    Session entities;

    @Test
    void tenThousandUnitsInTurnLeaveNothingBehind() {
        int acme = Cast.acme().id();
        int initech = Cast.initech().id();
        Random random = new Random(SEED);
        for (int unit = 0; unit < UNITS; unit++) {
            int tenant = random.nextBoolean() ? acme : initech;
            String what = "unit " + unit + " of seed " + SEED;
            switch (random.nextInt(8)) {
                case 0 -> assertThatThrownBy(() -> units.inside(tenant, Side.STAFF, 7, () -> {
                    tenantsSeen();
                    throw new IllegalArgumentException("of the work");
                })).as(what).isInstanceOf(IllegalArgumentException.class);
                case 1 -> assertThatThrownBy(() -> units.inside(tenant, Side.CLIENT, 7, () -> {
                    assertThat(tenantsSeen()).as(what).containsExactly(tenant);
                    QuarkusTransaction.setRollbackOnly();
                    return null;
                })).as(what).hasStackTraceContaining("RollbackException");
                case 2 -> assertThatThrownBy(() -> units.inside(tenant, Side.STAFF, 7,
                        () -> entities.createNativeQuery("select 1 / 0", Integer.class).getSingleResult())).as(what).hasStackTraceContaining("division by zero");
                case 3 -> assertThatThrownBy(() -> units.inside(tenant, Side.STAFF, 7, () -> units.nowhere(this::tenantsSeen))).as(what);
                case 4 -> assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(this::tenantsSeen)).as(what).hasStackTraceContaining("No unit of work");
                case 5 -> assertThat(units.nowhere(() -> setting("app.reach"))).as(what).isEqualTo("{}");
                case 6 -> assertThat(units.across(Reach.of(acme, initech), Side.STAFF, 7, this::tenantsSeen)).as(what).containsExactlyInAnyOrder(acme, initech);
                default -> assertThat(units.inside(tenant, Side.STAFF, 7, () -> setting("app.tenant"))).as(what).isEqualTo(String.valueOf(tenant));
            }
        }
    }

    private List<Integer> tenantsSeen() {
        return entities.createNativeQuery("select tenant_id from host where name in ('acme.localhost', 'initech.localhost')", Integer.class).getResultList();
    }

    private String setting(String name) {
        return entities.createNativeQuery("select current_setting('" + name + "')", String.class).getSingleResult();
    }
}
