package roundhouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;

/** What the entities say of tables and columns is what the migrations made: Hibernate compares at this start, and does not start otherwise. */
@QuarkusTest
@TestProfile(MappingTest.Compared.class)
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class MappingTest {

    /** Comparing asks for a connection outside a transaction, which a start in earnest refuses. */
    public static class Compared implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.hibernate-orm.schema-management.strategy", "validate", "quarkus.datasource.jdbc.transaction-requirement", "off",
                    "quarkus.scheduler.enabled", "false");
        }
    }

    @Inject
    SessionFactory factory;

    @Test
    void everyEntityFindsItsTableAndColumns() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.hibernate-orm.schema-management.strategy", String.class)).isEqualTo("validate");
        assertThat(factory.getProperties().get("jakarta.persistence.schema-generation.database.action")).isEqualTo("validate");
        assertThat(factory.getMetamodel().getEntities()).hasSizeGreaterThan(10);
    }
}
