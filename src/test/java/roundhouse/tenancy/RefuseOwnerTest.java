package roundhouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;

/** The role of the service is made mightier behind its back: a start with it is refused, before anything else is done. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class RefuseOwnerTest {

    @Inject
    BeanManager beans;

    @Test
    void aRoleThatOwnsNothingMayStart() {
        assertThatCode(() -> look().notify(new StartupEvent())).doesNotThrowAnyException();
    }

    @Test
    void itIsLookedAtBeforeAnythingElseOfOurs() {
        assertThat(beans.resolveObserverMethods(new StartupEvent()).stream().filter(observer -> observer.getBeanClass().getName().startsWith("roundhouse."))
                .min(Comparator.comparing(ObserverMethod::getPriority)).orElseThrow().getBeanClass()).isEqualTo(RefuseOwner.class);
    }

    @Test
    void aSuperuserIsRefused() throws SQLException {
        isRefusedWhile("alter role roundhouse_app superuser", "alter role roundhouse_app nosuperuser");
    }

    @Test
    void aRoleThatRowLevelSecurityDoesNotBindIsRefused() throws SQLException {
        isRefusedWhile("alter role roundhouse_app bypassrls", "alter role roundhouse_app nobypassrls");
    }

    @Test
    void anOwnerIsRefused() throws SQLException {
        isRefusedWhile("create table owned (); alter table owned owner to roundhouse_app", "drop table owned");
    }

    private void isRefusedWhile(String mightier, String asBefore) throws SQLException {
        behindTheCurtain(mightier);
        try {
            assertThatThrownBy(() -> look().notify(new StartupEvent())).isInstanceOf(IllegalStateException.class).hasMessageContaining("roundhouse_app")
                    .hasMessageContaining("ROUNDHOUSE_DATABASE_USER");
        } finally {
            behindTheCurtain(asBefore);
        }
    }

    private ObserverMethod<? super StartupEvent> look() {
        return beans.resolveObserverMethods(new StartupEvent()).stream().filter(observer -> observer.getBeanClass().equals(RefuseOwner.class)).findFirst().orElseThrow();
    }

    private static void behindTheCurtain(String sql) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
