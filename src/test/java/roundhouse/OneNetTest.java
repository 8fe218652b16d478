package roundhouse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.hibernate.Session;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;

/** Row-level security is switched off in the database: what every statement says of its tenant keeps the clients apart all the same. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class OneNetTest extends EveryDoor {

    private static final String NOTE = "NOTE-THAT-IS-NOT-FOR-CLIENTS";

    @Inject
    Units units;
    @Inject
    Session entities;
    private List<String> fenced;

    @BeforeEach
    void switchOff() throws SQLException {
        Cast.olga();
        fenced = fencedTables();
        for (String table : fenced) {
            behindTheCurtain("alter table public." + table + " disable row level security");
        }
    }

    @AfterEach
    void switchOn() throws SQLException {
        for (String table : fenced) {
            behindTheCurtain("alter table public." + table + " enable row level security");
        }
        assertThat(fencedTables()).containsExactlyElementsOf(fenced);
    }

    @Test
    void theSecondNetIsReallyOff() {
        Tenant acme = Cast.acme();
        Integer clients = units.inside(acme.id(), Side.STAFF, 1, () -> entities.doReturningWork(connection -> {
            try (var statement = connection.createStatement(); var row = statement.executeQuery("select count(distinct tenant_id) from ticket")) {
                row.next();
                return row.getInt(1);
            }
        }));
        assertThat(clients).as("clients of which a statement tells that names none, past Hibernate").isGreaterThan(1);
    }

    /** Of the other client stands the like of each, found by the same questions. */
    @Test
    void whatIsAskedOfOneClientIsAnsweredOfThatClientAlone() {
        SignedIn ada = Cast.staff("ada.umbrella", "Ada", Set.of(Role.ADMINISTRATOR), null, Cast.umbrella());
        there(ada, "assets/UMB-ONLY", Map.of("tag", "UMB-ONLY", "type", "laptop", "name", "MARKER-OF-UMBRELLA"));
        there(ada, "articles/umb-only", Map.of("slug", "umb-only", "title", "MARKER-OF-UMBRELLA", "audience", "client", "body", "MARKER-OF-UMBRELLA"));
        ask(Cast.alice(), "acme", "The first lamp");
        for (String thing : List.of("/clients/acme/assets/UMB-ONLY", "/clients/acme/articles/umb-only")) {
            as(Cast.tess()).get(thing).then().statusCode(404);
        }
        for (String list : List.of("/clients/acme/assets", "/clients/acme/articles", "/clients/acme/people")) {
            assertThat(as(Cast.tess()).get(list).then().statusCode(200).extract().asString()).as(list).doesNotContain("MARKER-OF-UMBRELLA", "uma.umbrella");
        }
        String numbered = as(Cast.tess()).get("/tickets/ACME-1001").then().statusCode(200).extract().asString();
        assertThat(numbered).as("the number of a ticket of Umbrella's, too").doesNotContain("MARKER-OF-UMBRELLA");
    }

    private static void there(SignedIn ada, String path, Map<String, String> thing) {
        if (as(ada).get("/clients/umbrella/" + path).statusCode() == 404) {
            as(ada).body(thing).post("/clients/umbrella/" + path.replaceFirst("/.*", "")).then().statusCode(201);
        }
        assertThat(as(ada).get("/clients/umbrella/" + path).asString()).contains("MARKER-OF-UMBRELLA");
    }

    @Test
    void listsAndSearchesHoldTheReachAlone() {
        String own = ask(Cast.milton(), "initech", "Printer of Initech");
        for (SignedIn person : List.of(Cast.tess(), Cast.amy(), Cast.alice(), Cast.adam())) {
            for (String list : List.of("/queue?limit=200", "/search?q=MARKER", "/search?q=Printer", "/clients", "/clients/acme/tickets", "/clients/acme/assets",
                    "/clients/acme/people", "/clients/acme/articles", "/clients/acme/policies", "/me")) {
                String answer = as(person).get(list).asString();
                assertThat(answer).as(list + " for " + person.user()).doesNotContain("MARKER-OF-UMBRELLA", "UMB-");
                if (!person.isStaff()) {
                    assertThat(answer).as(list + " for " + person.user()).doesNotContain(own, "Printer of Initech");
                }
            }
        }
    }

    @Test
    void clientsReadNoInternalNote() {
        String ref = ask(Cast.alice(), "acme", "The projector");
        as(Cast.tess()).body(Map.of("body", NOTE)).post("/tickets/" + ref + "/notes").then().statusCode(200);
        assertThat(as(Cast.tess()).get("/tickets/" + ref + "/entries").asString()).contains(NOTE);
        for (SignedIn client : List.of(Cast.alice(), Cast.adam())) {
            assertThat(as(client).get("/tickets/" + ref + "/entries").then().statusCode(200).extract().asString()).doesNotContain(NOTE);
            assertThat(as(client).get("/search?q=" + NOTE).asString()).doesNotContain(NOTE);
            assertThat(SignIn.at("acme.localhost", client).request().get("/requests/" + ref).then().statusCode(200).extract().asString()).doesNotContain(NOTE);
        }
    }

    private static String ask(SignedIn person, String client, String subject) {
        return as(person).body(Map.of("subject", subject, "body", subject)).post("/clients/" + client + "/tickets").then().statusCode(201).extract().path("ref");
    }

    private static RequestSpecification as(SignedIn person) {
        return given().basePath("/api/v1").contentType("application/json").header("Authorization", "Bearer " + LocalParts.token(person.user()));
    }

    private static List<String> fencedTables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement(); var rows = statement.executeQuery(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity order by relname")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void behindTheCurtain(String sql) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
