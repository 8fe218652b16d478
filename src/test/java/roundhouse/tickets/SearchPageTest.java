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
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;

/** The desk's search: all that a technician reaches, best first, and nothing beyond. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class SearchPageTest {

    private static final Pattern HIT = Pattern.compile("<div class=\"what\"><a href=\"([^\"]+)\"");

    private final String marker = "needle" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private String acme;
    private String initech;

    @BeforeEach
    void threeClientsSpeakOfTheSame() {
        acme = ask(Cast.alice(), "acme", "Printer " + marker, "It hums");
        initech = ask(Cast.milton(), "initech", "Fax is gone", "Nothing of " + marker + " arrives");
        ask(Cast.uma(), "umbrella", "MARKER-UMBRELLA " + marker, marker);
    }

    @Test
    void everybodyFindsWithinTheirOwnReach() {
        String found = page(Cast.tess(), "q=" + marker);
        assertThat(places(found)).containsExactly("/desk/tickets/" + acme, "/desk/tickets/" + initech);
        assertThat(found).contains("Printer <mark>" + marker + "</mark>").contains("ACME Tools").contains("Initech").doesNotContainIgnoringCase("umbrella");
        assertThat(places(page(theo(), "q=" + marker))).containsExactly("/desk/tickets/" + initech);
        assertThat(places(page(Cast.tess(), "q=" + marker + "&client=initech"))).containsExactly("/desk/tickets/" + initech);
        assertThat(ask(Cast.tess(), "q=" + marker + "&client=umbrella").statusCode()).isEqualTo(404);
        assertThat(ask(Cast.alice(), "q=" + marker).statusCode()).isEqualTo(404);
    }

    @Test
    void theBeginningOfAWordIsMarkedAsFarAsItGoes() {
        note(acme, "Between us: the Café at " + marker);
        String found = page(Cast.tess(), "q=" + marker + "+caf");
        assertThat(found).contains("the <mark>Café</mark> at <mark>" + marker + "</mark>").contains("icon-lock");
        assertThat(page(Cast.tess(), "q=" + marker)).contains("Printer <mark>");
    }

    @Test
    void aPassageHasNoHalfWordsAtItsEnds() {
        note(acme, "wordy ".repeat(40) + "the hidden" + marker + " thing " + "wordy ".repeat(40));
        String found = page(Cast.tess(), "q=hidden" + marker);
        assertThat(found).contains("... wordy wordy").contains("wordy ...").containsPattern("the <mark>hidden" + marker + "</mark> thing");
    }

    @Test
    void aReferenceOpensItsTicket() {
        Response led = ask(Cast.tess(), "q=" + acme.toLowerCase());
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.header("Location")).endsWith("/desk/tickets/" + acme);
    }

    @Test
    void oneKindAloneCanBeAskedFor() {
        write("articles", Map.of("slug", "open-" + marker, "title", "How to feed it", "audience", "internal", "body", marker));
        assertThat(places(page(Cast.tess(), "q=" + marker + "&kind=article"))).containsExactly("/desk/clients/acme/articles/open-" + marker);
        assertThat(places(page(Cast.tess(), "q=" + marker))).hasSize(3);
        assertThat(ask(Cast.tess(), "q=x&kind=thing").statusCode()).isEqualTo(422);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 21; i++) {
            ask(Cast.alice(), "acme", "Chair " + i + " of " + marker, "It squeaks");
        }
        String first = page(Cast.tess(), "q=" + marker);
        assertThat(first).contains("cursor=20\" rel=\"next\"");
        String second = page(Cast.tess(), "q=" + marker + "&cursor=20");
        assertThat(places(first)).hasSize(20).doesNotContainAnyElementsOf(places(second));
        assertThat(places(second)).hasSize(3).contains("/desk/tickets/" + initech);
        assertThat(second).doesNotContain("rel=\"next\"");
        assertThat(ask(Cast.tess(), "q=" + marker + "&cursor=x").statusCode()).isEqualTo(422);
    }

    @Test
    void whoeverFindsNothingIsToldWhatToDo() {
        assertThat(page(Cast.tess(), "q=nothing" + marker)).contains("Nothing has all of these words").doesNotContain("everywhere within your reach");
        assertThat(page(Cast.tess(), "q=Printer+" + marker + "&client=initech")).contains("everywhere within your reach");
        assertThat(page(Cast.tess(), "q=")).contains("What do you look for?");
        assertThat(page(Cast.tess(), "q=%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
    }

    private static SignedIn theo() {
        return Cast.staff("theo.narrow", "Theo Narrow", Set.of(Role.TECHNICIAN), 1, Cast.initech());
    }

    private static List<String> places(String page) {
        return HIT.matcher(page).results().map(hit -> hit.group(1)).toList();
    }

    private static String page(SignedIn person, String asked) {
        Response answer = ask(person, asked);
        assertThat(answer.statusCode()).as(asked).isEqualTo(200);
        return answer.asString();
    }

    private static Response ask(SignedIn person, String asked) {
        return SignIn.at("localhost", person).request().get("/desk/search?" + asked);
    }

    private static String ask(SignedIn person, String client, String subject, String body) {
        return as(person).body(Map.of("subject", subject, "body", body)).post("/clients/" + client + "/tickets").then().statusCode(201).extract().path("ref");
    }

    private static void note(String reference, String body) {
        as(Cast.tess()).body(Map.of("body", body)).post("/tickets/" + reference + "/notes").then().statusCode(200);
    }

    private static void write(String what, Map<String, Object> thing) {
        as(Cast.tess()).body(thing).post("/clients/acme/" + what).then().statusCode(201);
    }

    private static RequestSpecification as(SignedIn person) {
        return given().basePath("/api/v1").contentType(ContentType.JSON).auth().oauth2(Cast.token(person));
    }
}
