package roundhouse.tickets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;

/** Two technicians at one ticket: the later one is told what the earlier one did, and keeps what was typed. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class StaleFormTest {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    private SignIn tess;
    private String ref;

    @BeforeEach
    void tessHasATicketOpen() {
        ref = api(Cast.alice()).body(Map.of("subject", "The fan is loud", "body", "Since noon")).post("/clients/acme/tickets").then().statusCode(201).extract().path("ref");
        tess = SignIn.at("localhost", Cast.tess());
    }

    @Test
    void aReplyThatCrossesAColleaguesNoteIsKeptAndNotSent() {
        String seen = seen(page());
        api(Cast.olga()).body(Map.of("body", "It is the bearing")).post("/tickets/" + ref + "/notes").then().statusCode(200);
        Response told = reply("Please restart the fan", seen);
        assertThat(told.statusCode()).isEqualTo(412);
        assertThat(told.asString()).contains("Olga Berg noted internally: “It is the bearing”").contains("Please restart the fan</textarea>");
        assertThat(said()).doesNotContain("Please restart the fan");
        assertThat(reply("Please restart the fan", seen(told.asString())).statusCode()).isEqualTo(303);
        assertThat(said()).contains("Please restart the fan");
    }

    @Test
    void whatTheClientSaysMeanwhileIsToldToo() {
        String seen = seen(page());
        api(Cast.alice()).body(Map.of("body", "It stopped by itself")).post("/tickets/" + ref + "/replies").then().statusCode(200);
        Response told = post("resolution", seen, Map.of("summary", "Oiled it", "code", "fixed"));
        assertThat(told.statusCode()).isEqualTo(412);
        assertThat(told.asString()).contains("Alice Weber wrote: “It stopped by itself”").contains("Oiled it</textarea>");
        assertThat(status()).isEqualTo("new");
    }

    @Test
    void everyFormKeepsWhatWasChosen() {
        String seen = seen(page());
        api(Cast.olga()).body(Map.of("priority", "P2")).put("/tickets/" + ref + "/priority").then().statusCode(200);
        Response priority = post("priority", seen, Map.of("priority", "P1", "reason", "The server is beside it"));
        assertThat(priority.statusCode()).isEqualTo(412);
        assertThat(priority.asString()).contains("Olga Berg changed the priority: P3 to P2").contains("value=\"P1\" checked").contains("value=\"The server is beside it\"");
        assertThat(post("assignment", seen, Map.of("assignee", "me")).statusCode()).isEqualTo(412);
        Response hold = post("hold", seen, Map.of("reason", "vendor", "until", "2031-05-04T10:00"));
        assertThat(hold.statusCode()).isEqualTo(412);
        assertThat(hold.asString()).contains("value=\"vendor\" selected").contains("2031-05-04T10:00");
        assertThat(post("resolution", seen, Map.of("summary", "Oiled it", "code", "workaround")).asString()).contains("value=\"workaround\" selected");
        assertThat(status()).isEqualTo("open");
        assertThat(post("priority", seen(hold.asString()), Map.of("priority", "P1")).statusCode()).isEqualTo(303);
    }

    @Test
    void aHandOverAndACancellationAreToldTooBeforeAnythingIsBegun() {
        Cast.milton();
        String seen = seen(tess.request().get("/desk/tickets/" + ref + "/routing").then().statusCode(200).extract().asString());
        api(Cast.olga()).body(Map.of("assignee", "olga")).put("/tickets/" + ref + "/assignment").then().statusCode(200);
        Response handover = post("handover", seen, Map.of("tier", "3", "reason", "Theirs", "tried", "All of it", "nextStep", "Look"));
        assertThat(handover.statusCode()).isEqualTo(412);
        assertThat(handover.asString()).contains("Olga Berg changed the assignee").contains("All of it</textarea>");
        Response cancellation = post("cancellation", seen, Map.of("reason", "misrouted", "client", "initech", "requester", "milton"));
        assertThat(cancellation.statusCode()).isEqualTo(412);
        assertThat(status()).isEqualTo("open");
        String anew = post("cancellation", seen(cancellation.asString()), Map.of("reason", "misrouted", "client", "initech", "requester", "milton"))
                .then().statusCode(303).extract().header("Location");
        assertThat(anew).contains("/desk/tickets/INIT-");
    }

    @Test
    void aRowThatNobodyHadIsNotTakenFromWhoeverWasFaster() {
        assertThat(take().statusCode()).isEqualTo(204);
        assertThat(take().statusCode()).as("it is mine already").isEqualTo(204);
        assertThat(assignee()).isEqualTo("tess");
        api(Cast.olga()).body(Map.of("assignee", "olga")).put("/tickets/" + ref + "/assignment").then().statusCode(200);
        Response taken = take();
        assertThat(taken.statusCode()).isEqualTo(412);
        assertThat(taken.asString()).contains(ref + ": Olga Berg took it just now. Nothing was changed.").doesNotContain("<html");
        assertThat(assignee()).isEqualTo("olga");
        Cast.staff("theo.stale", "Theo Brandt", Set.of(Role.TECHNICIAN), 1, Cast.acme());
        api(Cast.olga()).body(Map.of("assignee", "theo.stale")).put("/tickets/" + ref + "/assignment").then().statusCode(200);
        assertThat(take().asString()).contains("Olga Berg assigned it to Theo Brandt just now.");
        assertThat(assignee()).isEqualTo("theo.stale");
    }

    private Response take() {
        return tess.request().header("HX-Request", "true").urlEncodingEnabled(true).formParams(Map.of("assignee", "me", "from", "queue"))
                .post("/desk/tickets/" + ref + "/assignment");
    }

    private String assignee() {
        return api(Cast.olga()).get("/tickets/" + ref).then().statusCode(200).extract().path("assignee");
    }

    @Test
    void onesOwnWordsAreNoSurprise() {
        String seen = seen(page());
        assertThat(reply("First", seen).statusCode()).isEqualTo(303);
        assertThat(reply("Second", seen).statusCode()).isEqualTo(303);
        assertThat(post("priority", seen, Map.of("priority", "P2")).statusCode()).isEqualTo(303);
    }

    private String page() {
        return tess.request().get("/desk/tickets/" + ref).then().statusCode(200).extract().asString();
    }

    private static String seen(String page) {
        Matcher seen = SEEN.matcher(page);
        assertThat(seen.find()).as("a form that says what was seen").isTrue();
        return seen.group(1);
    }

    private Response reply(String body, String seen) {
        return tess.request().multiPart("token", body + ref).multiPart("seen", seen).multiPart("body", body).post("/desk/tickets/" + ref + "/replies");
    }

    private Response post(String verb, String seen, Map<String, String> fields) {
        return tess.request().urlEncodingEnabled(true).formParam("seen", seen).formParams(fields).post("/desk/tickets/" + ref + "/" + verb);
    }

    private List<String> said() {
        return api(Cast.olga()).get("/tickets/" + ref + "/entries").then().statusCode(200).extract().path("items.body");
    }

    private String status() {
        return api(Cast.olga()).get("/tickets/" + ref).then().statusCode(200).extract().path("status");
    }

    private static RequestSpecification api(SignedIn person) {
        return given().basePath("/api/v1").contentType(ContentType.JSON).auth().oauth2(Cast.token(person));
    }
}
