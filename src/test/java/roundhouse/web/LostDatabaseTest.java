package roundhouse.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class LostDatabaseTest {

    @Test
    void aLostDatabaseIsToldAndComesBackByItself() throws SQLException {
        Cast.tess();
        String token = LocalParts.token("tess");
        queue(token).then().statusCode(200);
        asSuperuser("alter role roundhouse_app connection limit 0");
        try {
            asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'roundhouse_app'");
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> queue(token).then().statusCode(503).header("Retry-After", notNullValue())
                    .contentType("application/problem+json").body("status", is(503)).body("detail", containsString("try again")));
        } finally {
            asSuperuser("alter role roundhouse_app connection limit -1");
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> queue(token).then().statusCode(200));
    }

    private static Response queue(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/queue");
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
