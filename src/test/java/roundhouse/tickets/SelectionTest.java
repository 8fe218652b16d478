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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;

/** Several tickets at once: each is done or refused for itself, and said so. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class SelectionTest {

    private String acme;
    private String initech;
    private String umbrella;
    private String solved;

    @BeforeEach
    void fourTicketsOfThreeClients() {
        Cast.tess();
        acme = ask(Cast.alice(), "acme");
        initech = ask(Cast.milton(), "initech");
        umbrella = ask(Cast.uma(), "umbrella");
        solved = ask(Cast.alice(), "acme");
        api(Cast.olga()).body(Map.of("summary", "Done", "code", "fixed")).post("/tickets/" + solved + "/resolution").then().statusCode(200);
    }

    @Test
    void whatCannotBeDoneIsToldForEachTicketAndTheRestIsDone() {
        Response outcome = send(Cast.tess(), "assignment", Map.of("ticket", List.of(acme, umbrella, solved, initech, "UMB-987654"), "assignee", "me"));
        assertThat(outcome.statusCode()).isEqualTo(200);
        assertThat(outcome.asString()).contains("2 tickets assigned to you").contains(solved + "</a> An assignment").contains("this one is resolved")
                .contains(umbrella + "</a> There is no such ticket within your reach.").contains("UMB-987654</a> There is no such ticket within your reach.")
                .doesNotContain("data-refused=\"" + acme).doesNotContain("data-refused=\"" + initech);
        assertThat(of(acme, "assignee")).isEqualTo("tess");
        assertThat(of(initech, "assignee")).isEqualTo("tess");
        assertThat(of(solved, "assignee")).isNull();
    }

    @Test
    void someoneWhoReachesNotAllOfThemGetsThoseThatAreReached() {
        Cast.staff("theo.initech", "Theo Initech", Set.of(Role.TECHNICIAN), 1, Cast.initech());
        assertThat(SignIn.at("localhost", Cast.tess()).request().get("/desk/selection/workers?ticket=" + acme + "&ticket=" + initech + "&ticket=" + umbrella).asString())
                .contains("Theo Initech, not all of them").contains("Tess Lindqvist (you)").doesNotContain("Tess Lindqvist, not");
        assertThat(send(Cast.tess(), "assignment", Map.of("ticket", List.of(acme, initech), "assignee", "theo.initech")).asString())
                .contains(initech + " assigned to theo.initech").contains(acme + "</a> theo.initech does not work tickets of this client");
    }

    @Test
    void priorityAndHoldAreForSeveralToo() {
        assertThat(send(Cast.tess(), "priority", Map.of("ticket", List.of(acme, initech), "priority", "P1")).asString()).contains("2 tickets set to P1");
        assertThat(of(initech, "priority")).isEqualTo("P1");
        assertThat(send(Cast.tess(), "hold", Map.of("ticket", List.of(acme, initech), "reason", "vendor")).asString()).contains("2 tickets put on hold");
        assertThat(of(acme, "status")).isEqualTo("pending");
        assertThat(send(Cast.tess(), "hold", Map.of("ticket", List.of(ask(Cast.alice(), "acme")), "reason", "client")).asString()).contains("ask the question");
    }

    @Test
    void whatIsMissingIsToldAndNothingIsChanged() {
        Response withoutPriority = send(Cast.tess(), "priority", Map.of("ticket", List.of(acme)));
        assertThat(withoutPriority.statusCode()).isEqualTo(422);
        assertThat(withoutPriority.asString()).contains("Choose a priority").contains("Nothing was changed");
        assertThat(send(Cast.tess(), "assignment", Map.of("assignee", "me")).statusCode()).isEqualTo(422);
        assertThat(send(Cast.amy(), "assignment", Map.of("ticket", List.of(acme), "assignee", "me")).statusCode()).isEqualTo(403);
        assertThat(send(Cast.alice(), "assignment", Map.of("ticket", List.of(acme), "assignee", "me")).statusCode()).isEqualTo(404);
        assertThat(of(acme, "assignee")).isNull();
    }

    private static Response send(SignedIn person, String verb, Map<String, ?> fields) {
        return SignIn.at("localhost", person).request().urlEncodingEnabled(true).contentType(ContentType.URLENC).formParams(fields).post("/desk/selection/" + verb);
    }

    private static String of(String ref, String fact) {
        return api(Cast.olga()).get("/tickets/" + ref).then().statusCode(200).extract().path(fact);
    }

    private static String ask(SignedIn person, String client) {
        return api(person).body(Map.of("subject", "One of several", "body", "Please help")).post("/clients/" + client + "/tickets").then().statusCode(201).extract().path("ref");
    }

    private static RequestSpecification api(SignedIn person) {
        return given().basePath("/api/v1").contentType(ContentType.JSON).auth().oauth2(Cast.token(person));
    }
}
