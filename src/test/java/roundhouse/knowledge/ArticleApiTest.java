package roundhouse.knowledge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class ArticleApiTest {

    private static final String ACME = "/api/v1/clients/acme/articles";
    private static final String PHISHING = """
            {"slug": "%s", "title": "Is this mail genuine?", "audience": "client", "category": "email", "review": "2027-05-19",
             "body": "**Do not click.** <script>alert(1)</script> [x](javascript:alert(1))"}""";

    @Inject
    Articles articles;
    @Inject
    Units units;
    @Inject
    DatabaseTime time;
    private SignedIn tess;
    private SignedIn alice;
    private String slug;

    @BeforeEach
    void enter() {
        tess = Cast.tess();
        alice = Cast.alice();
        Cast.milton();
        Cast.uma();
        slug = "phishing-" + UUID.randomUUID();
        put(Cast.umbrella(), form("c-marker", "C marker", Audience.EVERYONE, null));
        put(Cast.initech(), form("b-marker", "B marker", Audience.EVERYONE, null));
    }

    @Test
    void aTechnicianWritesAnArticle() {
        Response created = as(tess).body(PHISHING.formatted(slug)).post(ACME);
        created.then().statusCode(201).header("Location", endsWith(ACME + "/" + slug)).body("audience", equalTo("client"))
                .body("updatedBy", equalTo("Tess Lindqvist"))
                .body("html", allOf(containsString("<strong>Do not click.</strong>"), not(containsString("<script")), not(containsString("href=\"javascript"))));
        as(tess).body(PHISHING.formatted(slug).replace("\"client\"", "\"internal\"")).put(ACME + "/" + slug).then().statusCode(200);
        as(tess).header("If-Match", created.header("ETag")).body(PHISHING.formatted(slug)).put(ACME + "/" + slug).then().statusCode(412)
                .body("detail", containsString("audience: client to internal"));
        as(tess).get(ACME + "?q=GENUINE&limit=200").then().statusCode(200).body("items.slug", hasItem(slug)).body("items[0].body", equalTo(null));
    }

    @Test
    void rightsAreThoseOfTheTable() {
        as(tess).body(PHISHING.formatted(slug)).post(ACME).then().statusCode(201);
        as(Cast.amy()).get(ACME + "/" + slug).then().statusCode(200);
        as(Cast.amy()).body(PHISHING.formatted(slug)).put(ACME + "/" + slug).then().statusCode(403);
        as(alice).get(ACME + "/" + slug).then().statusCode(404);
        as(tess).get("/api/v1/clients/umbrella/articles/c-marker").then().statusCode(404);
        as(tess).get(ACME + "/c-marker").then().statusCode(404);
        as(tess).get(ACME + "?limit=200").then().body("items.slug", not(hasItem("b-marker"))).body("items.slug", not(hasItem("c-marker")));
    }

    @Test
    void aClientsPeopleFindNoInternalArticle() {
        put(Cast.acme(), form("in-" + slug, "Internal check", Audience.INTERNAL, "access"), form("out-" + slug, "Public check", Audience.CLIENT, "access"));
        assertThat(units.inside(alice.home(), Side.STAFF, tess.person(), () -> articles.suggested("access", "check", 1_000))).extracting(ArticleLine::slug)
                .contains("in-" + slug);
        units.inside(alice.home(), Side.CLIENT, alice.person(), () -> {
            assertThat(articles.named("in-" + slug)).isEmpty();
            assertThat(articles.named("out-" + slug)).isPresent();
            assertThat(articles.list(slug, "", 200)).isEmpty();
            assertThat(articles.list(null, "", 1_000)).extracting(ArticleLine::audience).doesNotContain(Audience.INTERNAL);
            assertThat(articles.suggested("access", "check", 1_000)).extracting(ArticleLine::audience).doesNotContain(Audience.INTERNAL);
            return null;
        });
    }

    @Test
    void noneReachesThemPastTheCodeEither() throws SQLException {
        put(Cast.acme(), form("in-" + slug, "Internal check", Audience.INTERNAL, null), form("out-" + slug, "Public check", Audience.CLIENT, null));
        assertThat(counted("client")).isEqualTo(1);
        assertThat(counted("staff")).isEqualTo(2);
    }

    @Test
    void whatFitsTheTicketIsSuggestedFirst() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        put(Cast.acme(), form("a-" + slug, "Nothing of that", Audience.CLIENT, null), form("b-" + slug, "The " + word + " smokes", Audience.CLIENT, null),
                form("c-" + slug, "Of its category", Audience.INTERNAL, "c" + word));
        List<ArticleLine> suggested = units.inside(Cast.acme().id(), Side.STAFF, tess.person(), () -> articles.suggested("c" + word, "My " + word + "!", 5));
        assertThat(suggested).extracting(ArticleLine::slug).containsExactly("c-" + slug, "b-" + slug);
    }

    @Test
    void applyingTheFolderAgainChangesNothing() {
        assertThat(put(Cast.acme(), form(slug, "Once", Audience.CLIENT, "email"))).containsExactly(slug);
        assertThat(put(Cast.acme(), form(slug, "Once", Audience.CLIENT, "email"))).isEmpty();
        assertThat(put(Cast.acme(), form(slug, "Twice", Audience.CLIENT, "email"))).containsExactly(slug);
    }

    private int counted(String side) throws SQLException {
        int tenant = Cast.acme().id();
        try (Connection connection = LocalParts.asApplication(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local app.tenant = '" + tenant + "'; set local app.reach = '{" + tenant + "}'; set local app.person = '0'; set local app.side = '"
                    + side + "'");
            try (ResultSet rows = statement.executeQuery("select count(*) from article where tenant_id = " + tenant + " and slug in ('in-" + slug + "', 'out-" + slug + "')")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private List<String> put(Tenant tenant, ArticleForm... forms) {
        return units.inside(tenant.id(), Side.SYSTEM, 0, () -> articles.put(List.of(forms), By.roundhouse(time.now(), Channel.FOLDER)));
    }

    private static ArticleForm form(String slug, String title, Audience audience, String category) {
        return new ArticleForm(slug, title, audience, category, LocalDate.of(2027, 1, 1), "Text of " + title);
    }

    private static RequestSpecification as(SignedIn person) {
        return given().auth().oauth2(Cast.token(person)).contentType("application/json");
    }
}
