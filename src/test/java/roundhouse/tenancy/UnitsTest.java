package roundhouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class UnitsTest {

    @Inject
    Units units;
    @Inject
    Session entities;
    @Inject
    DataSource database;
    private int acme;
    private int initech;

    @BeforeEach
    void found() {
        acme = Cast.acme().id();
        initech = Cast.initech().id();
    }

    @Test
    void insideOneClientNothingOfAnotherIsReadEvenWithoutAPredicate() {
        write(acme, "of acme");
        write(initech, "of initech");
        assertThat(units.inside(acme, Side.STAFF, 1, () -> words("select about from entry"))).contains("of acme").doesNotContain("of initech");
    }

    @Test
    void acrossReadsTheReachAndNothingElse() {
        write(acme, "across acme");
        write(initech, "across initech");
        assertThat(units.across(Reach.of(acme, initech), Side.STAFF, 1, () -> words("select about from entry")))
                .contains("across acme", "across initech");
        assertThat(units.across(Reach.of(initech), Side.STAFF, 1, () -> words("select about from entry"))).doesNotContain("across acme");
        assertThat(units.across(Reach.NONE, Side.STAFF, 1, () -> words("select about from entry"))).isEmpty();
    }

    @Test
    void acrossWritesNothing() {
        assertThatThrownBy(() -> units.across(Reach.of(acme), Side.STAFF, 1, () -> insert(acme, "never", true)))
                .hasStackTraceContaining("read-only transaction");
    }

    @Test
    void aRowOfAnotherClientCannotBeWritten() {
        assertThatThrownBy(() -> units.inside(acme, Side.STAFF, 1, () -> insert(initech, "smuggled", true)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aClientNeverReadsWhatIsInternal() {
        units.inside(acme, Side.STAFF, 1, () -> insert(acme, "internal note", false));
        assertThat(units.inside(acme, Side.CLIENT, 1, () -> words("select about from entry"))).doesNotContain("internal note");
        assertThat(units.inside(acme, Side.STAFF, 1, () -> words("select about from entry"))).contains("internal note");
    }

    @Test
    void theTrailIsNeitherChangedNorDeleted() {
        write(acme, "for good");
        assertThatThrownBy(() -> units.inside(acme, Side.STAFF, 1, () -> execute("update entry set about = 'forged' where tenant_id = " + acme)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> units.inside(acme, Side.STAFF, 1, () -> execute("delete from entry where tenant_id = " + acme)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void withoutAUnitOfWorkHibernateRefusesBeforeItTakesAConnection() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery("select about from entry", String.class).getResultList()))
                .hasStackTraceContaining("No unit of work");
    }

    @Test
    void aStatementThatDoesNotSayWhoseIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> units.inside(acme, Side.STAFF, 1, () -> entities.createNativeQuery("select about from entry", String.class).getResultList()))
                .hasMessageContaining("about entry does not say whose");
        assertThatThrownBy(() -> units.inside(acme, Side.STAFF, 1, () -> entities.createNativeMutationQuery("update clock set place = place where kind = 'x'").executeUpdate()))
                .hasMessageContaining("about clock does not say whose");
        assertThatThrownBy(() -> units.inside(acme, Side.STAFF, 1, () -> entities.createQuery("select t.subject from Ticket t, Ticket u where t.key.tenantId = :tenant"
                + " and u.number = 1001", String.class).setParameter("tenant", acme).getResultList())).hasMessageContaining("about Ticket does not say whose");
        assertThatThrownBy(() -> units.across(Reach.of(acme, initech), Side.STAFF, 1, () -> entities.createNativeQuery("select about from entry where tenant_id = :tenant",
                String.class).setParameter("tenant", acme).getResultList())).hasMessageContaining("Across clients");
    }

    @Test
    void aStatementThatSaysAnotherClientFindsNothing() {
        write(initech, "of initech, asked for from acme");
        assertThat(units.inside(acme, Side.STAFF, 1, () -> entities.createNativeQuery("select about from entry where tenant_id = :tenant", String.class)
                .setParameter("tenant", initech).getResultList())).isEmpty();
    }

    @Test
    void withoutAUnitOfWorkTheDatabaseItselfRaises() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection(); var statement = connection.createStatement();
                    var rows = statement.executeQuery("select about from entry where tenant_id = " + acme)) {
                return rows.next();
            }
        })).rootCause().isInstanceOf(SQLException.class);
    }

    @Test
    void withoutATransactionThereIsNoConnection() {
        assertThatThrownBy(() -> database.getConnection()).hasMessageContaining("without transaction");
    }

    @Test
    void unitsDoNotNest() {
        assertThatThrownBy(() -> units.inside(acme, Side.STAFF, 1, () -> units.inside(initech, Side.STAFF, 1, () -> 1)))
                .hasStackTraceContaining("active");
    }

    @Test
    void aLeafIsReachedThroughItsParentOnly() {
        String leaf = "tenant_%06d.entry".formatted(acme);
        assertThatThrownBy(() -> units.inside(acme, Side.STAFF, 1, () -> words("select about from " + leaf)))
                .hasStackTraceContaining("permission denied for schema");
    }

    private void write(int tenant, String about) {
        units.inside(tenant, Side.STAFF, 1, () -> insert(tenant, about, true));
    }

    private int insert(int tenant, String about, boolean visible) {
        return entities.createNativeMutationQuery("""
                        insert into entry (tenant_id, id, at, about, kind, public, by_user, by_name, by_side, channel)
                        values (:tenant, :id, now(), :about, 'CHANGE', :visible, 'tess', 'Tess', 'staff', 'desk')""")
                .setParameter("tenant", tenant).setParameter("id", UUID.randomUUID()).setParameter("about", about)
                .setParameter("visible", visible).executeUpdate();
    }

    /** Past Hibernate, where a statement that does not say whose rows it means is refused. */
    private int execute(String sql) {
        return entities.doReturningWork(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    /** Likewise. */
    private List<String> words(String sql) {
        return entities.doReturningWork(connection -> {
            List<String> words = new ArrayList<>();
            try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    words.add(rows.getString(1));
                }
            }
            return words;
        });
    }
}
