package roundhouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;

/** What is kept in memory of a client: here who applied its folder last, which stands in for anything that somebody edits. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class RememberedTest {

    @Inject
    Units units;
    @Inject
    Tenants tenants;
    @Inject
    Editions editions;
    @Inject
    Session entities;
    private Remembered<String> names;
    private int reads;
    private int acme;

    record Name(String name) {
    }

    @BeforeEach
    void begin() {
        acme = Cast.acme().id();
        names = new Remembered<>(editions, 10);
        inside(() -> edit("amy"));
        tenants.refresh();
        reads = 0;
    }

    @Test
    void itIsReadOnce() {
        assertThat(inside(this::name)).isEqualTo("amy");
        assertThat(inside(this::name)).isEqualTo("amy");
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void whoeverEditsItSeesThatAtOnceAndNobodyElseBeforeTheCommit() {
        inside(this::name);
        inside(() -> {
            edit("tess");
            assertThat(name()).isEqualTo("tess");
            edit("theo");
            assertThat(name()).isEqualTo("theo");
            assertThat(name()).isEqualTo("theo");
            assertThat(reads).isEqualTo(3);
            assertThat(elsewhere(() -> inside(this::name))).isEqualTo("amy");
            return null;
        });
        assertThat(inside(this::name)).isEqualTo("theo");
    }

    @Test
    void whatIsTakenBackWasNeverRemembered() {
        assertThatThrownBy(() -> inside(() -> {
            edit("tara");
            assertThat(name()).isEqualTo("tara");
            throw new IllegalStateException("taken back");
        })).hasMessage("taken back");
        assertThat(inside(this::name)).isEqualTo("amy");
    }

    @Test
    void whatAnotherReplicaEditsIsLearnedFromTheAddressBook() throws SQLException {
        inside(this::name);
        try (Connection owner = LocalParts.asSuperuser(); var statement = owner.createStatement()) {
            statement.execute("update tenant set applied_by = 'olga', edition = edition + 1 where tenant_id = " + acme);
        }
        tenants.refresh();
        assertThat(inside(this::name)).isEqualTo("olga");
    }

    @Test
    void anotherClientsEditChangesNothingHere() {
        inside(this::name);
        units.inside(Cast.initech().id(), Side.SYSTEM, 0, () -> {
            editions.hold().edited();
            return null;
        });
        inside(this::name);
        assertThat(reads).isEqualTo(1);
    }

    private String name() {
        return names.of(acme, () -> {
            reads++;
            return entities.createNativeQuery("select applied_by from tenant where tenant_id = :tenant", Name.class).setParameter("tenant", acme).getSingleResult().name;
        });
    }

    private Void edit(String name) {
        entities.createNativeMutationQuery("update tenant set applied_by = :name where tenant_id = :tenant").setParameter("name", name)
                .setParameter("tenant", acme).executeUpdate();
        editions.hold().edited();
        return null;
    }

    private <T> T inside(Supplier<T> work) {
        return units.inside(acme, Side.SYSTEM, 0, work);
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return java.util.concurrent.CompletableFuture.supplyAsync(work).join();
    }
}
