package roundhouse.tickets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.tenancy.Tenants;

/** Where a ticket goes: to the next tier, into another ticket, to the client, out of the way. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class RoutingTest {

    private static final Map<String, Object> HANDOVER = Map.of("tier", "2", "reason", "The switch is theirs", "tried", List.of("Another cable: the same", "Restarted"),
            "findings", "Port 7 is down", "nextStep", "Look at the log of the switch", "evidence", List.of("Photo in the note of 09:00"));

    @Inject
    Tenants tenants;
    private Kestrel kestrel;

    @BeforeEach
    void enter() {
        kestrel = new Kestrel(tenants);
        kestrel.promise(Map.of("P3", "4h"));
    }

    @Test
    void aHandOverTellsTheNextTierWhatItNeeds() {
        String ref = kestrel.ask();
        post(ref, "/handover", HANDOVER).statusCode(200).body("tier", is("2")).body("assignee", nullValue()).body("status", is("open"));
        entries(ref).body("items.find { it.kind == 'handover' }.public", is(false)).body("items.find { it.kind == 'handover' }.body", containsString("Port 7 is down"));
        post(ref, "/handover", HANDOVER).statusCode(422).body("violations.field", hasItem("tier"));
        post(ref, "/handover", Map.of("tier", "3", "reason", "User called back")).statusCode(422).body("violations.field", hasItem("tried"))
                .body("violations.field", hasItem("nextStep"));
        post(ref, "/handover", Map.of("vendor", "Cabling Ltd", "reason", "In the wall", "tried", List.of("All of ours"), "nextStep", "Measure it")).statusCode(200)
                .body("tier", is("vendor")).body("vendor", is("Cabling Ltd"));
        asPreviewed(ref, List.of("handover"));
    }

    @Test
    void twoTicketsBecomeOneAndTwoAgain() {
        String parent = kestrel.ask();
        String child = kestrel.ask();
        post(child, "/merge", Map.of("into", "ACME-1001")).statusCode(404);
        post(child, "/merge", Map.of("into", child)).statusCode(422);
        post(child, "/merge", Map.of("into", parent)).statusCode(200).body("status", is("merged"));
        entries(child).body("items.findAll { it.kind == 'merge' }.detail", hasItem(containsString(parent)));
        entries(parent).body("items.findAll { it.kind == 'merge' }.detail", hasItem(containsString(child)));
        assertThat(kestrel.clocks(child).getString("clocks.find { it.kind == 'resolution' }.state")).isEqualTo("merged");
        post(parent, "/merge", Map.of("into", child)).statusCode(422);
        post(child, "/notes", Map.of("body", "Too late")).statusCode(422).body("detail", containsString("merged"));
        kestrel.staff().delete("/tickets/" + child + "/merge").then().statusCode(200).body("status", is("new"));
        assertThat(kestrel.clocks(child).getString("clocks.find { it.kind == 'resolution' }.state")).isEqualTo("running");
        kestrel.staff().delete("/tickets/" + child + "/merge").then().statusCode(422);
        kestrel.staff().get("/queue?client=kestrel").then().body("items.ref", hasItem(child));
    }

    @Test
    void anEarlierChildMakesTheParentAnswerFromTheEarlierStart() {
        String child = kestrel.ask();
        String parent = kestrel.ask();
        post(child, "/merge", Map.of("into", parent)).statusCode(200);
        JsonPath clocks = kestrel.clocks(parent);
        assertThat(clocks.getString("clocks.find { it.kind == 'first_response' }.startedAt"))
                .isEqualTo(kestrel.clocks(child).getString("clocks.find { it.kind == 'first_response' }.startedAt"));
    }

    @Test
    void theFilesOfANoteStayInternalWhenItIsMadePublic() {
        String ref = kestrel.ask();
        kestrel.staff().contentType("multipart/form-data").multiPart("file", "plan.txt", "the cellar".getBytes(UTF_8)).multiPart("body", "Where the fuse is")
                .post("/tickets/" + ref + "/files").then().statusCode(201);
        String note = entries(ref).extract().path("items.find { it.kind == 'note' }.id");
        String file = entries(ref).extract().path("items.find { it.kind == 'note' }.files[0].id");
        RequestSpecification desk = SignIn.at("localhost", kestrel.ann).request();
        assertThat(desk.get("/desk/tickets/" + ref + "/notes/" + note + "/publication").asString()).contains("plan.txt").contains("stays internal");
        post(ref, "/notes/" + note + "/publication", Map.of()).statusCode(200);
        kestrel.asKate().get("/tickets/" + ref + "/entries").then().body("items.body", hasItem("Where the fuse is")).body("items.files.flatten()", is(List.of()));
        kestrel.asKate().get("/tickets/" + ref + "/files/" + file).then().statusCode(404);
        kestrel.staff().get("/tickets/" + ref + "/files/" + file).then().statusCode(200);
    }

    @Test
    void whatWasMisroutedBeginsAnewAtTheRightClientWithItsStart() {
        Kestrel lapwing = kestrel.neighbour();
        String ref = kestrel.ask();
        String asked = kestrel.staff().get("/tickets/" + ref).then().extract().path("createdAt");
        Map<String, Object> wish = Map.of("reason", "misrouted", "client", "lapwing", "requester", "kate.lapwing");
        String anew = lapwing.staff().body(wish).post("/tickets/" + ref + "/cancellation").then().statusCode(200).body("status", is("cancelled")).extract().header("Location").replaceFirst(".*/", "");
        assertThat(anew).startsWith("LAP-");
        lapwing.staff().get("/tickets/" + anew).then().statusCode(200).body("createdAt", is(asked)).body("client", is("lapwing"));
        kestrel.asKate().get("/tickets/" + ref).then().statusCode(404);
        lapwing.asKate().get("/tickets/" + anew).then().statusCode(200);
        post(kestrel.ask(), "/cancellation", Map.of("reason", "misrouted", "client", "umbrella", "requester", "uma")).statusCode(422).body("violations.field", hasItem("client"));
        post(kestrel.ask(), "/cancellation", Map.of("reason", "spam")).statusCode(200).body("status", is("cancelled"));
    }

    @Test
    void twoWhoCancelTheSameMisroutedTicketAtOnceBeginItAnewOnce() throws Exception {
        Kestrel lapwing = kestrel.neighbour();
        lapwing.ask();
        String ref = kestrel.ask();
        Map<String, Object> wish = Map.of("reason", "misrouted", "client", "lapwing", "requester", "kate.lapwing");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Connection queueing = LocalParts.asOwner(); Statement statement = queueing.createStatement()) {
            queueing.setAutoCommit(false);
            statement.execute("select last from ticket_number n join tenant t using (tenant_id) where t.slug = 'lapwing' for update of n");
            Callable<Response> cancel = () -> lapwing.staff().body(wish).post("/tickets/" + ref + "/cancellation");
            List<Future<Response>> answers = List.of(both.submit(cancel), both.submit(cancel));
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting(statement) >= 2);
            queueing.commit();
            List<Integer> statuses = List.of(answers.get(0).get().statusCode(), answers.get(1).get().statusCode());
            assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412 || status == 422);
        } finally {
            both.shutdown();
        }
        kestrel.staff().get("/tickets/" + ref).then().body("status", is("cancelled"));
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aNoteThatIsMadePublicAnswersFromThenOn() {
        String ref = kestrel.ask();
        post(ref, "/notes", Map.of("body", "The fuse is **out**")).statusCode(200);
        String note = entries(ref).extract().path("items.find { it.kind == 'note' }.id");
        kestrel.asKate().get("/tickets/" + ref + "/entries").then().body("items.body", not(hasItem("The fuse is **out**")));
        assertThat(kestrel.clocks(ref).getString("clocks.find { it.kind == 'first_response' }.stoppedAt")).isNull();
        post(ref, "/notes/" + note + "/publication", Map.of()).statusCode(200);
        kestrel.asKate().get("/tickets/" + ref + "/entries").then().body("items.body", hasItem("The fuse is **out**"));
        assertThat(kestrel.clocks(ref).getString("clocks.find { it.kind == 'first_response' }.stoppedAt")).isNotNull();
        post(ref, "/notes/" + note + "/publication", Map.of()).statusCode(422).body("detail", startsWith("This note was made public already"));
    }

    /** The story of the ticket, told to the preview, gives its clocks. */
    private void asPreviewed(String ref, List<String> kinds) {
        List<Map<String, Object>> told = entries(ref).extract().path("items");
        List<Map<String, Object>> events = told.stream().filter(entry -> kinds.contains(entry.get("kind")))
                .map(entry -> Map.<String, Object>of("at", entry.get("at"), "type", entry.get("kind"), "to", String.valueOf(entry.get("detail")).endsWith("2") ? "2" : "vendor")).toList();
        JsonPath real = kestrel.clocks(ref);
        String createdAt = kestrel.staff().get("/tickets/" + ref).then().extract().path("createdAt");
        JsonPath previewed = kestrel.staff().body(Map.of("priority", "P3", "createdAt", createdAt, "events", events)).post("/clients/kestrel/sla/preview")
                .then().statusCode(200).extract().jsonPath();
        for (String fact : List.of("kind", "instance", "state", "startedAt", "stoppedAt", "dueAt", "budgetSeconds", "verdict")) {
            assertThat(previewed.getList("clocks." + fact)).as(fact).isEqualTo(real.getList("clocks." + fact));
        }
    }

    private ValidatableResponse entries(String ref) {
        return kestrel.staff().get("/tickets/" + ref + "/entries").then().statusCode(200);
    }

    private ValidatableResponse post(String ref, String verb, Map<String, Object> body) {
        return kestrel.staff().body(body).post("/tickets/" + ref + verb).then();
    }
}
