package roundhouse.tickets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.search.Search;
import roundhouse.search.SearchQuery;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** Found is what is within reach, and of it what this person may read. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class SearchTest {

    @Inject
    Search search;
    @Inject
    Units units;

    private final String marker = "marker" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private String acme;
    private String initech;

    @BeforeEach
    void threeClientsSpeakOfTheSame() {
        Cast.tess();
        Cast.alice();
        Cast.adam();
        Cast.milton();
        Cast.uma();
        acme = ticket("alice", "acme", "Printer " + marker, "The Café printer is tired");
        initech = ticket("milton", "initech", "Fax is gone", "Nothing of " + marker + " arrives");
        ticket("uma.umbrella", "umbrella", "Secret " + marker, marker);
    }

    @Test
    void titlesComeFirstAndAForeignClientNever() {
        assertThat(refs("tess", marker)).containsExactly(acme, initech);
        assertThat(refs("tess", marker.substring(0, 14).toUpperCase())).containsExactly(acme, initech);
        assertThat(refs("milton", marker)).containsExactly(initech);
        assertThat(refs("adam", marker)).containsExactly(acme);
        search("tess", Map.of("q", marker, "client", "umbrella")).statusCode(404);
        search("tess", Map.of("q", marker, "client", "nobodys")).statusCode(404);
        assertThat(search("tess", Map.of("q", marker, "client", "initech")).statusCode(200).extract().<List<String>>path("items.ref")).containsExactly(initech);
    }

    @Test
    void aReferenceStandsFirstAndAccentsAndOrderDoNotMatter() {
        assertThat(refs("tess", acme.toLowerCase())).first().isEqualTo(acme);
        assertThat(refs("tess", "tired cafe " + marker)).containsExactly(acme);
        assertThat(refs("tess", "\"café printer\" " + marker)).containsExactly(acme);
        assertThat(refs("tess", "\"printer café\" " + marker)).isEmpty();
    }

    @Test
    void aNoteIsFoundByStaffAndNeverByTheClient() {
        String secret = "note" + marker;
        say("tess", acme, "notes", "Between us: " + secret);
        String said = "said" + marker;
        say("tess", acme, "replies", "To you: " + said);
        assertThat(refs("tess", secret)).containsExactly(acme);
        assertThat(search("tess", Map.of("q", secret)).extract().<String>path("items[0].snippet")).contains(secret);
        assertThat(refs("alice", secret)).isEmpty();
        assertThat(refs("adam", secret)).isEmpty();
        assertThat(refs("alice", said)).containsExactly(acme);
        assertThat(search("alice", Map.of("q", said)).extract().asString()).doesNotContain(secret);
        assertThat(search("alice", Map.of("q", said)).extract().<String>path("items[0].status")).isEqualTo("working");
    }

    @Test
    void aRequesterFindsNoColleaguesRequest() {
        String adams = ticket("adam", "acme", "Adams " + marker, "mine");
        assertThat(refs("alice", marker)).containsExactly(acme);
        assertThat(refs("adam", marker)).containsExactlyInAnyOrder(acme, adams);
    }

    @Test
    void articlesAssetsConfigurationsAndPeopleAreFound() {
        write("assets", Map.of("tag", "TAG-" + marker, "type", "laptop", "name", "Notebook", "serial", "S/N-" + marker));
        write("articles", Map.of("slug", "open-" + marker, "title", "For all", "audience", "client", "body", marker));
        write("articles", Map.of("slug", "hidden-" + marker, "title", "For us", "audience", "internal", "body", marker));
        write("configurations", Map.of("slug", "net-" + marker, "type", "network", "name", "Network", "fields", Map.of("gateway", marker), "assets", List.of(),
                "categories", List.of()));
        assertThat(search("tess", Map.of("q", "tag-" + marker)).extract().<List<String>>path("items.tag")).contains("TAG-" + marker);
        assertThat(search("tess", Map.of("q", "s/n-" + marker)).extract().<String>path("items[0].tag")).isEqualTo("TAG-" + marker);
        assertThat(search("tess", Map.of("q", marker, "kind", "article")).extract().<List<String>>path("items.slug"))
                .containsExactlyInAnyOrder("open-" + marker, "hidden-" + marker);
        assertThat(search("alice", Map.of("q", marker, "kind", "article")).extract().<List<String>>path("items.slug")).containsExactly("open-" + marker);
        assertThat(search("tess", Map.of("q", marker, "kind", "configuration")).extract().<List<String>>path("items.slug")).containsExactly("net-" + marker);
        assertThat(search("tess", Map.of("q", "alice@acme.example")).extract().<String>path("items[0].user")).isEqualTo("alice");
        assertThat(search("alice", Map.of("q", marker, "kind", "asset")).extract().<List<String>>path("items")).isEmpty();
        assertThat(search("alice", Map.of("q", "adam", "kind", "person")).extract().<List<String>>path("items")).isEmpty();
    }

    @Test
    void whateverIsTypedIsWords() {
        for (String typed : List.of("", " ", "'", "\"", "\\", "a & | ! <-> :*", "%' or 1=1 --", "\u0000", "\ud800", "§ ¶ '§:x'", "💥", "a:*AB", "x".repeat(3_000),
                "word ".repeat(500), "-1", "()", "\"\"\"", "½ ﬁ ẞ")) {
            given().basePath("/api/v1").header("Authorization", "Bearer " + LocalParts.token("tess")).queryParam("q", typed).get("/search").then().statusCode(200);
        }
        search("tess", Map.of("q", "x", "kind", "thing")).statusCode(422);
        SearchQuery endless = SearchQuery.of("word ".repeat(2_000), Set.of(), Set.of(), 50, 50);
        assertThat(units.across(Cast.tess().reach(), Side.STAFF, 0, () -> search.hits(endless))).isNotNull();
    }

    /** The function is owned by whom no policy binds: only what it checks itself keeps the clients apart. */
    @Test
    void takenOutOfTheFunctionTheReachIsMissed() throws Exception {
        assertThat(found("app_reach()")).isEqualTo(2);
        assertThat(found("(select array_agg(s.tenant_id) from tenant s)")).isEqualTo(3);
    }

    @Test
    void noPartitionIsOpened() throws Exception {
        assertThat(refs("tess", marker)).hasSize(2);
        try (Connection application = LocalParts.asApplication(); var statement = application.createStatement()) {
            application.setAutoCommit(false);
            settings(statement);
            statement.execute("select count(*) from " + function());
            try (var locks = statement.executeQuery("select count(*) from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace "
                    + "where l.pid = pg_backend_pid() and (n.nspname like 'tenant\\_%' or c.relkind = 'p')")) {
                locks.next();
                assertThat(locks.getInt(1)).isZero();
            }
            application.rollback();
        }
    }

    private int found(String reach) throws Exception {
        try (Connection superuser = LocalParts.asSuperuser(); var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            String source;
            try (var row = statement.executeQuery("select pg_get_functiondef('search(text[], boolean, text[], integer[], integer, integer)'::regprocedure)")) {
                row.next();
                source = row.getString(1);
            }
            assertThat(source).contains("app_reach()");
            statement.execute(source.replace("app_reach()", reach));
            settings(statement);
            statement.execute("set local role roundhouse_app");
            try (var row = statement.executeQuery("select count(*) from " + function())) {
                row.next();
                return row.getInt(1);
            } finally {
                superuser.rollback();
            }
        }
    }

    private String function() {
        return "search(array['" + marker + "'], true, array['ticket'], '{}', 50, 50)";
    }

    private static void settings(java.sql.Statement statement) throws Exception {
        statement.execute("set local app.tenant = '0'; set local app.side = 'staff'; set local app.person = '0'; set local app.reach = '{"
                + Cast.acme().id() + "," + Cast.initech().id() + "}'");
    }

    private static List<String> refs(String user, String words) {
        return search(user, Map.of("q", words, "kind", "ticket")).statusCode(200).extract().path("items.ref");
    }

    private static ValidatableResponse search(String user, Map<String, String> asked) {
        return given().basePath("/api/v1").header("Authorization", "Bearer " + LocalParts.token(user)).queryParams(asked).get("/search").then();
    }

    private static String ticket(String user, String client, String subject, String body) {
        return given().basePath("/api/v1").contentType("application/json").header("Authorization", "Bearer " + LocalParts.token(user))
                .body(Map.of("subject", subject, "body", body)).post("/clients/" + client + "/tickets").then().statusCode(201).extract().path("ref");
    }

    private static void say(String user, String reference, String verb, String body) {
        given().basePath("/api/v1").contentType("application/json").header("Authorization", "Bearer " + LocalParts.token(user))
                .body(Map.of("body", body)).post("/tickets/" + reference + "/" + verb).then().statusCode(200);
    }

    private static void write(String what, Map<String, Object> thing) {
        given().basePath("/api/v1").contentType("application/json").header("Authorization", "Bearer " + LocalParts.token("tess"))
                .body(thing).post("/clients/acme/" + what).then().statusCode(201);
    }
}
