package roundhouse.start;

import static io.restassured.RestAssured.UNDEFINED_PORT;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class LocalPartsTest {
    @Inject
    DataSource database;

    @Test
    void theServiceSignsInAsTheRoleThatOwnsNothing() {
        assertThat(asTheService("select current_user::text")).isEqualTo("roundhouse_app");
        assertThat(asTheService("select count(*)::text from pg_class where relowner = 'roundhouse_app'::regrole")).isEqualTo("0");
        assertThat(asTheService("show plan_cache_mode")).isEqualTo("force_custom_plan");
    }

    @Test
    void theDatabaseKeepsWhatItAcknowledged() {
        assertThat(asTheService("show fsync")).isEqualTo("on");
        assertThat(asTheService("show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void thePublicMayMakeNothingInTheDatabase() {
        assertThat(asTheService("select has_schema_privilege('public', 'create')::text")).isEqualTo("false");
        assertThat(asTheService("select has_database_privilege(current_database(), 'create')::text")).isEqualTo("false");
    }

    @Test
    void behindTheCurtainStandsTheSuperuser() throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean(1)).isTrue();
        }
    }

    @Test
    void theServiceMayKeepUsersAndOrganizationsInStepAndNoMore() {
        String token = given().baseUri(keycloak()).port(UNDEFINED_PORT)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", LocalParts.keycloakSettings().get("roundhouse.keycloak.admin-client"))
                .formParam("client_secret", LocalParts.keycloakSettings().get("roundhouse.keycloak.admin-secret"))
                .post("/realms/roundhouse/protocol/openid-connect/token")
                .then().statusCode(200).extract().path("access_token");
        for (String kept : List.of("users", "clients", "organizations")) {
            given().baseUri(keycloak()).port(UNDEFINED_PORT).auth().oauth2(token).get("/admin/realms/roundhouse/" + kept).then().statusCode(200);
        }
        given().baseUri(keycloak()).port(UNDEFINED_PORT).auth().oauth2(token).contentType(JSON).body("{}")
                .put("/admin/realms/roundhouse").then().statusCode(403);
        given().baseUri(keycloak()).port(UNDEFINED_PORT).auth().oauth2(token).get("/admin/realms/master").then().statusCode(403);
    }

    private static String keycloak() {
        return LocalParts.keycloakSettings().get("roundhouse.keycloak.url");
    }

    private String asTheService(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection(); var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }
}
