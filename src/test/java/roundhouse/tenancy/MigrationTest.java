package roundhouse.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;

/** Liquibase is made to believe that a table is still to be made, which it cannot: whether it was asked is seen by its refusal. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class MigrationTest {

    @Inject
    Migration migration;

    @BeforeEach
    void forgetAChange() throws SQLException {
        asOwner("create table forgotten as select * from databasechangelog where id = '0020-person'");
        asOwner("delete from databasechangelog where id = '0020-person'");
    }

    @AfterEach
    void remember() throws SQLException {
        asOwner("insert into databasechangelog select * from forgotten");
        asOwner("drop table forgotten");
        migration.migrate(new StartupEvent());
    }

    @Test
    void liquibaseIsAskedOnlyWhereTheChangesAreOthersThanThoseThatWereMade() throws SQLException {
        assertThatCode(() -> migration.migrate(new StartupEvent())).doesNotThrowAnyException();
        asOwner("comment on table databasechangelog is 'of another version'");
        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(() -> migration.migrate(new StartupEvent())).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("The tables could not be brought").hasStackTraceContaining("\"person\" already exists");
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = LocalParts.asOwner(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
