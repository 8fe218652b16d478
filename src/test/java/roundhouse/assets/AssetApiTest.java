package roundhouse.assets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.audit.Entry;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class AssetApiTest {

    private static final String ACME = "/api/v1/clients/acme/assets";
    private static final String FIREWALL = "{\"tag\": \"%s\", \"type\": \"firewall\", \"name\": \"Edge\", \"owner\": \"alice\", \"warrantyEnds\": \"2027-04-28\"}";

    @Inject
    Assets assets;
    @Inject
    Trail trail;
    @Inject
    Units units;
    @Inject
    DatabaseTime time;
    private SignedIn tess;
    private String tag;

    @BeforeEach
    void enter() {
        tess = Cast.tess();
        Cast.alice();
        Cast.milton();
        Cast.uma();
        tag = "FW-" + UUID.randomUUID();
        put(Cast.initech(), "B-MARKER");
        put(Cast.umbrella(), "C-MARKER");
    }

    @Test
    void aTechnicianAddsReadsAndChangesAnAsset() {
        Response created = as(tess).body(FIREWALL.formatted(tag)).post(ACME);
        created.then().statusCode(201).header("Location", endsWith(ACME + "/" + tag)).body("owner", equalTo("alice"))
                .body("warrantyEnds", equalTo("2027-04-28")).body("serial", nullValue());
        as(tess).get(ACME + "/" + tag).then().statusCode(200).header("ETag", created.header("ETag")).body("tag", equalTo(tag));
        as(tess).header("If-Match", created.header("ETag")).body(FIREWALL.formatted(tag).replace("Edge", "Edge of Hall 2")).put(ACME + "/" + tag)
                .then().statusCode(200).header("ETag", not(created.header("ETag"))).body("name", equalTo("Edge of Hall 2"));
        Entry told = units.inside(Cast.acme().id(), Side.STAFF, tess.person(), () -> trail.last("asset " + tag)).orElseThrow();
        assertThat(told.detail()).isEqualTo("name: Edge to Edge of Hall 2");
        assertThat(told.byUser()).isEqualTo("tess");
    }

    @Test
    void whoComesTooLateIsToldWhatTheOtherWrote() {
        String stale = as(tess).body(FIREWALL.formatted(tag)).post(ACME).header("ETag");
        as(tess).body(FIREWALL.formatted(tag).replace("\"owner\": \"alice\",", "")).put(ACME + "/" + tag).then().statusCode(200);
        as(tess).header("If-Match", stale).body(FIREWALL.formatted(tag)).put(ACME + "/" + tag)
                .then().statusCode(412).contentType("application/problem+json").body("detail", containsString("owner: alice to nothing"));
    }

    @Test
    void aTagIsThereOnceAtAClientAndStays() {
        as(tess).body(FIREWALL.formatted(tag)).post(ACME).then().statusCode(201);
        as(tess).body(FIREWALL.formatted(tag)).post(ACME).then().statusCode(422).body("violations[0].field", equalTo("tag"));
        as(tess).body(FIREWALL.formatted("other")).put(ACME + "/" + tag).then().statusCode(422).body("violations[0].field", equalTo("tag"));
    }

    @Test
    void whatIsWrongIsToldByField() {
        as(tess).body("{\"tag\": \"a b\", \"name\": \"" + "x".repeat(201) + "\"}").post(ACME)
                .then().statusCode(422).body("violations.field", hasItems("tag", "type", "name"));
        as(tess).body(FIREWALL.formatted(tag).replace("alice", "milton")).post(ACME).then().statusCode(422).body("violations[0].field", equalTo("owner"));
    }

    @Test
    void rightsAreThoseOfTheTable() {
        as(tess).body(FIREWALL.formatted(tag)).post(ACME).then().statusCode(201);
        SignedIn amy = Cast.amy();
        as(amy).get(ACME + "/" + tag).then().statusCode(200);
        as(amy).body(FIREWALL.formatted(tag)).put(ACME + "/" + tag).then().statusCode(403);
        as(amy).body(FIREWALL.formatted(tag)).put(ACME + "/NO-SUCH").then().statusCode(404);
        as(amy).body(FIREWALL.formatted("X")).post(ACME).then().statusCode(403);
        as(amy).contentType("text/csv").body("tag,type,name\n").post(ACME + "/import").then().statusCode(403);
        as(Cast.olga()).body(FIREWALL.formatted(tag)).put(ACME + "/" + tag).then().statusCode(200);
        as(Cast.alice()).get(ACME).then().statusCode(404);
        given().get(ACME).then().statusCode(401);
    }

    @Test
    void anotherClientsAssetsAreNotThere() {
        for (String path : List.of("/api/v1/clients/umbrella/assets", "/api/v1/clients/umbrella/assets/C-MARKER", "/api/v1/clients/nobody/assets",
                ACME + "/C-MARKER", ACME + "/B-MARKER-X")) {
            as(tess).get(path).then().statusCode(404).body("detail", equalTo(as(tess).get("/api/v1/clients/nobody/assets").path("detail")));
        }
        as(tess).body(FIREWALL.formatted(tag)).post("/api/v1/clients/umbrella/assets").then().statusCode(404);
        as(tess).contentType("text/csv").body("tag,type,name\n").post("/api/v1/clients/umbrella/assets/import?dryRun=true").then().statusCode(404);
        as(Cast.alice()).get("/api/v1/clients/initech/assets").then().statusCode(404);
        as(tess).get(ACME + "?limit=200&q=C-MARKER").then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void aListGoesOnWhereItsCursorStands() {
        String prefix = "PAGE" + UUID.randomUUID().toString().substring(0, 8);
        for (String number : List.of("3", "1", "2")) {
            as(tess).body(FIREWALL.formatted(prefix + number)).post(ACME).then().statusCode(201);
        }
        Response first = as(tess).get(ACME + "?limit=2&q=" + prefix.toLowerCase());
        first.then().body("items.tag", equalTo(List.of(prefix + "1", prefix + "2")));
        as(tess).queryParam("cursor", first.<String>path("next")).get(ACME + "?limit=2&q=" + prefix).then()
                .body("items.tag", equalTo(List.of(prefix + "3"))).body("next", nullValue());
        as(tess).get(ACME + "?cursor=%25%25").then().statusCode(422);
        as(tess).get(ACME + "?limit=201").then().statusCode(422);
        as(tess).get(ACME + "?q=%25").then().statusCode(200);
    }

    @Test
    void anImportIsTriedFirstAndDoneOnce() {
        String table = "tag,type,name,owner\n" + tag + ",laptop,One,alice\n" + tag + "b,laptop,Two,\n";
        table(table, true).then().statusCode(200).body("done", equalTo(false)).body("added", equalTo(List.of(tag, tag + "b")));
        as(tess).get(ACME + "/" + tag).then().statusCode(404);
        table(table, false).then().statusCode(200).body("done", equalTo(true)).body("added.size()", equalTo(2));
        table(table, false).then().statusCode(200).body("added.size()", equalTo(0)).body("unchanged", equalTo(2));
        table(table.replace("Two", "Three"), false).then().statusCode(200).body("changed", equalTo(List.of(tag + "b")));
    }

    @Test
    void aTableWithAMistakeChangesNothing() {
        table("tag,type,name,owner\n" + tag + ",laptop,One,\n" + tag + "b,laptop,Two,milton\n", false).then().statusCode(422)
                .body("violations.field", hasItem("line 3, owner"));
        as(tess).get(ACME + "/" + tag).then().statusCode(404);
    }

    @Test
    void oneKeyMakesOneAssetHoweverOftenItIsSent() throws Exception {
        String key = UUID.randomUUID().toString();
        ExecutorService threads = Executors.newFixedThreadPool(5);
        String token = Cast.token(tess);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(threads.submit(() -> given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key", key)
                    .body(FIREWALL.formatted(tag)).post(ACME).statusCode()));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(201);
        }
        threads.shutdown();
        as(tess).header("Idempotency-Key", key).body(FIREWALL.formatted(tag + "other")).post(ACME).then().statusCode(422);
    }

    @Test
    void applyingTheFolderAgainChangesNothing() {
        AssetForm form = form(tag);
        assertThat(inAcme(() -> assets.put(List.of(form), folder()))).containsExactly(tag);
        assertThat(inAcme(() -> assets.put(List.of(form), folder()))).isEmpty();
    }

    private Response table(String csv, boolean dryRun) {
        return as(tess).contentType("text/csv").body(csv).post(ACME + "/import?dryRun=" + dryRun);
    }

    private static RequestSpecification as(SignedIn person) {
        return given().auth().oauth2(Cast.token(person)).contentType("application/json");
    }

    private void put(Tenant tenant, String marker) {
        units.inside(tenant.id(), Side.SYSTEM, 0, () -> assets.put(List.of(form(marker)), folder()));
    }

    private static AssetForm form(String tag) {
        return new AssetForm(tag, "laptop", tag + " of somebody", null, null, null, null, null, null, null, null);
    }

    private By folder() {
        return By.roundhouse(time.now(), Channel.FOLDER);
    }

    private <T> T inAcme(Supplier<T> work) {
        return units.inside(Cast.acme().id(), Side.SYSTEM, 0, work);
    }
}
