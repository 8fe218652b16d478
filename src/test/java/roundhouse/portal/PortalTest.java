package roundhouse.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.SignIn;
import roundhouse.assets.AssetForm;
import roundhouse.assets.Assets;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.PublicAddress;
import roundhouse.identity.Realm;
import roundhouse.identity.SignedIn;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Catalogue;
import roundhouse.tickets.Category;
import roundhouse.tickets.Category.Field;
import roundhouse.tickets.Category.Type;
import roundhouse.tickets.Hold;
import roundhouse.tickets.Resolution;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.Tickets;
import roundhouse.tickets.Tier;

/** A client's people ask for help, follow what becomes of it, and never see more than is theirs. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class PortalTest {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    @Inject
    Tenants tenants;
    @Inject
    Units units;
    @Inject
    Catalogue catalogue;
    @Inject
    Realm realm;
    @Inject
    PublicAddress address;
    @Inject
    Assets assets;
    @Inject
    Tickets tickets;
    @Inject
    DatabaseTime time;
    private SignedIn alice;
    private SignedIn tess;
    private SignIn browser;

    @BeforeEach
    void open() {
        tess = Cast.tess();
        alice = Cast.alice();
        house(Cast.acme(), "acme.localhost");
        house(Cast.initech(), "initech.localhost");
        browser = SignIn.at("acme.localhost", alice);
    }

    @Test
    void aRequestIsAskedAndFollowed() {
        Response sent = send("email", "Outlook asks for the password", Map.of("fields.since", "today", "fields.device", "NB-1"));
        assertThat(sent.statusCode()).isEqualTo(303);
        String page = page(path(sent));
        assertThat(page).contains("Outlook asks for the password", "Received", "Since when?", "today", "Thank you");
        assertThat(page("/")).contains("Outlook asks for the password");
        assertThat(page("/requests?q=outlook")).contains("Outlook asks for the password");
        assertThat(page("/find?q=OUTLOOK")).contains("Outlook asks for the password");
        assertThat(page("/find?q=%25utlook")).doesNotContain("Outlook asks for the password");
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndAtTheTop() {
        Response sent = send("email", "", Map.of("fields.since", "never"));
        assertThat(sent.statusCode()).isEqualTo(422);
        String page = sent.asString();
        assertThat(page).contains("href=\"#subject\"", "href=\"#fields.device\"", "“Which device?” needs an answer", "takes one of: today, longer",
                "id=\"fields.device-problem\"", "Please help");
    }

    @Test
    void theApiObeysTheSameRule() {
        Response refused = ask(Map.of("subject", "Mail", "body", "Help", "category", "email", "fields", Map.of("since", "yesterday", "colour", "red")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.field")).containsExactlyInAnyOrder("fields.device", "fields.since", "fields.colour");
        Response taken = ask(Map.of("subject", "Mail", "body", "Help", "category", "email", "fields", Map.of("device", "NB-1")));
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(taken.<String>path("asset")).isEqualTo("NB-1");
    }

    @Test
    void everyTypeOfQuestionTakesItsOwnKindOfAnswer() {
        Map<String, String> wrong = Map.of("fields.day", "tomorrow", "fields.costs", "many", "fields.colleague", "milton", "fields.reason", "R");
        Response sent = send("onboarding", "New colleague", wrong);
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.asString()).contains("takes a date like 2026-11-30", "takes a number", "takes somebody of your company", "“Contract” needs a file");
        Response good = form("onboarding", UUID.randomUUID(), "New colleague",
                Map.of("fields.day", "2026-12-01", "fields.costs", "4711.5", "fields.colleague", "adam", "fields.reason", "R"))
                .multiPart("fields.contract", "contract.png", PICTURE, "image/png").post("/requests/new?category=onboarding");
        assertThat(good.statusCode()).isEqualTo(303);
        assertThat(page(path(good))).contains("1 December", "4711.5", "Adam Vogel", "contract.png");
    }

    @Test
    void aScriptAnswersAQuestionForAFileByAPartOfItsName() {
        Map<String, Object> submission = Map.of("subject", "By script", "body", "A new colleague", "category", "onboarding", "fields", Map.of("day", "2026-12-01"));
        ask(submission).then().statusCode(422).body("violations.field", hasItem("fields.contract")).body("violations.message", hasItem("“Contract” needs a file"));
        String ref = parts(submission).multiPart("fields.contract", "contract.png", PICTURE, "image/png").multiPart("photo", "face.png", PICTURE, "image/png")
                .post("/api/v1/clients/acme/tickets").then().statusCode(201).extract().path("ref");
        assertThat(page("/requests/" + ref)).contains("Contract", "contract.png", "face.png");
        parts(submission).multiPart("fields.picture", "contract.png", PICTURE, "image/png").post("/api/v1/clients/acme/tickets").then().statusCode(422)
                .body("violations.field", hasItem("fields.picture"));
    }

    @Test
    void staffMayLeaveOutWhatTheyDoNotKnow() {
        api(Cast.token(tess)).contentType("application/json").body(Map.of("subject", "By telephone", "body", "A new colleague", "category", "onboarding", "requester", "alice"))
                .post("/api/v1/clients/acme/tickets").then().statusCode(201);
    }

    private static RequestSpecification parts(Map<String, Object> submission) {
        return api(Cast.token(Cast.alice())).multiPart("submission", submission, "application/json");
    }

    @Test
    void aFormThatIsSentTwiceAsksOnce() throws Exception {
        UUID token = UUID.randomUUID();
        String subject = "Asked in a hurry " + token;
        ExecutorService hands = Executors.newFixedThreadPool(5);
        Callable<Response> click = () -> form("question", token, subject, Map.of()).post("/requests/new?category=question");
        List<Future<Response>> clicks = hands.invokeAll(Stream.generate(() -> click).limit(5).toList());
        hands.shutdown();
        for (Future<Response> one : clicks) {
            assertThat(path(one.get())).isEqualTo(path(clicks.get(0).get()));
        }
        assertThat(page("/requests").split(subject, -1)).hasSize(2);
    }

    @Test
    void anotherTextUnderTheSameFormIsToldApart() {
        UUID token = UUID.randomUUID();
        form("question", token, "First", Map.of()).post("/requests/new?category=question").then().statusCode(303).cookie("sent", token.toString());
        Response second = form("question", token, "Second", Map.of()).post("/requests/new?category=question");
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.asString()).contains("Second").doesNotContain("value=\"" + token + "\"");
        assertThat(second.cookie("sent")).isEqualTo(token.toString());
    }

    @Test
    void aConversationGoesOnInTheClientsWords() {
        String ref = requested("VPN drops");
        work(ref, (ticket, by) -> tickets.note(ticket, "Third one from that batch", by));
        work(ref, (ticket, by) -> tickets.assign(ticket, "tess", by));
        assertThat(page("/requests/" + ref)).contains("We are working on it").doesNotContain("Third one", "nobody to Tess", "assignee");
        work(ref, (ticket, by) -> tickets.hold(ticket, new Hold(HoldReason.CLIENT, "Which network are you on?", null), by));
        assertThat(page("/")).contains("Waiting for you", "Which network are you on?");
        reply(ref, "At home, by cable").then().statusCode(303);
        assertThat(page("/requests/" + ref)).contains("At home, by cable", "Which network are you on?", "We are working on it");
    }

    @Test
    void whatIsSolvedOpensAgainByAWord() {
        String ref = requested("Mail is slow");
        work(ref, (ticket, by) -> tickets.resolve(ticket, new Resolution("Cleared the index.", Resolution.Code.FIXED, null), by));
        assertThat(page("/requests/" + ref)).contains("Solved", "Cleared the index.", "Send and open again", "we open it again");
        reply(ref, "It is slow again").then().statusCode(303);
        assertThat(page("/requests/" + ref)).contains("We are working on it", "It is slow again");
    }

    @Test
    void anEmptyAnswerIsNotSent() {
        String ref = requested("Screen flickers");
        Response sent = reply(ref, "  ");
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.asString()).contains("Write something first", "href=\"#body\"");
    }

    @Test
    void filesComeBackAsTheyWereAndOnlyToBeSaved() {
        String ref = requested("Photo of the machine");
        browser.request().multiPart("token", UUID.randomUUID()).multiPart("body", "Here it is").multiPart("files", "../../p?hoto.png", PICTURE, "image/png")
                .post("/requests/" + ref + "/replies").then().statusCode(303);
        String page = page("/requests/" + ref);
        assertThat(page).contains("p_hoto.png");
        Response file = browser.request().get(fileOn(page));
        assertThat(file.asByteArray()).isEqualTo(PICTURE);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        SignIn.at("initech.localhost", Cast.milton()).request().get(fileOn(page)).then().statusCode(404);
        String theirs = SignIn.at("acme.localhost", Cast.adam()).request().get(fileOn(page)).then().extract().header("Content-Disposition");
        assertThat(theirs).as("the client manager reads all of the company").startsWith("attachment");
    }

    @Test
    void aFileBesideAnInternalNoteStaysInternal() {
        String ref = requested("Account locked");
        String key = Cast.token(tess);
        Response noted = api(key).multiPart("file", "log.png", PICTURE, "image/png").post("/api/v1/tickets/" + ref + "/files");
        assertThat(noted.statusCode()).isEqualTo(201);
        List<String> ids = api(key).get("/api/v1/tickets/" + ref + "/entries").path("items.files.flatten().id");
        assertThat(ids).hasSize(1);
        api(key).get("/api/v1/tickets/" + ref + "/files/" + ids.get(0)).then().statusCode(200);
        browser.request().get("/requests/" + ref + "/files/" + ids.get(0)).then().statusCode(404);
        api(Cast.token(alice)).get("/api/v1/tickets/" + ref + "/files/" + ids.get(0)).then().statusCode(404);
        assertThat(page("/requests/" + ref)).doesNotContain("log.png");
    }

    @Test
    void aRequesterReadsOwnRequestsAndTheClientManagerAllOfTheCompany() {
        SignIn adam = SignIn.at("acme.localhost", Cast.adam());
        String ofAdam = path(adam.request().multiPart("token", UUID.randomUUID()).multiPart("subject", "Salaries of everybody").multiPart("body", "B")
                .post("/requests/new?category=question")).replaceFirst("\\?.*", "");
        String ofAlice = "/requests/" + requested("Read by my manager");
        browser.request().get(ofAdam).then().statusCode(404).body(not(containsString("Salaries")));
        browser.request().get("/requests?whose=company").then().statusCode(404);
        assertThat(page("/find?q=salaries")).doesNotContain("Salaries of everybody");
        adam.request().get(ofAlice).then().statusCode(200).body(containsString("Read by my manager"), containsString("asked by Alice Weber"));
        adam.request().get("/requests?whose=company").then().statusCode(200).body(containsString("Read by my manager"), containsString("Alice Weber"));
    }

    @Test
    void whoIsNotOfTheHouseFindsNothing() {
        String ref = requested("Between us");
        List<String> places = List.of("/", "/requests", "/requests/new", "/requests/" + ref, "/find?q=between");
        for (SignIn stranger : List.of(SignIn.at("acme.localhost", Cast.milton()), SignIn.at("acme.localhost", tess))) {
            for (String place : places) {
                stranger.request().get(place).then().statusCode(404).body(not(containsString("Between us")), not(containsString("ACME Tools")));
            }
            stranger.request().multiPart("token", UUID.randomUUID()).multiPart("body", "Let me in").post("/requests/" + ref + "/replies")
                    .then().statusCode(404);
        }
        SignIn.at("initech.localhost", Cast.milton()).request().get("/requests/" + ref).then().statusCode(404);
        SignIn.nobody("nowhere.localhost").get("/").then().statusCode(404).body(not(containsString("ACME")));
    }

    @Test
    void nothingThatWasTypedIsRun() {
        String script = "<script>alert(1)</script>{inject:house.client}";
        Response sent = form("question", UUID.randomUUID(), script, Map.of()).multiPart("files", script + ".png", PICTURE, "image/png")
                .post("/requests/new?category=question");
        for (String page : List.of(page(path(sent)), page("/"), page("/requests"), page("/find?q=%3Cscript%3E"))) {
            assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)&lt;/script&gt;{inject:house.client}");
        }
    }

    private void house(Tenant tenant, String host) {
        By by = By.roundhouse(time.now(), Channel.FOLDER);
        units.inside(tenant.id(), Side.SYSTEM, 0, () -> {
            tenants.change(new Tenant(tenant.id(), tenant.slug(), tenant.prefix(), tenant.name(), tenant.zone(), tenant.locale(), Set.of(host),
                    List.of(), List.of(), null));
            assets.put(List.of(new AssetForm("NB-1", "laptop", "ThinkPad", null, null, null, null, null, null, null, null)), by);
            return catalogue.put(List.of(
                    new Category("email", "E-mail and calendar", Tier.FIRST, Priority.P3, List.of(), List.of(
                            new Field("device", "Which device?", Type.ASSET, true, List.of()),
                            new Field("since", "Since when?", Type.CHOICE, false, List.of("today", "longer")))),
                    new Category("onboarding", "New colleague", Tier.FIRST, Priority.P3, List.of(), List.of(
                            new Field("day", "First day", Type.DATE, true, List.of()),
                            new Field("costs", "Cost centre", Type.NUMBER, false, List.of()),
                            new Field("colleague", "Like whom?", Type.PERSON, false, List.of()),
                            new Field("reason", "Reason", Type.PARAGRAPH, false, List.of()),
                            new Field("contract", "Contract", Type.FILE, true, List.of()))),
                    new Category("question", "Question", Tier.FIRST, Priority.P4, List.of(), List.of())));
        });
        tenants.refresh();
        realm.keepOrigins(Set.of(address.origin(host)));
        realm.keepOrganization(new Realm.Organization(tenant.slug(), tenant.name(), List.of(tenant.slug() + ".example"), Map.of()), Set.of());
    }

    private Response send(String category, String subject, Map<String, String> answers) {
        return form(category, UUID.randomUUID(), subject, answers).post("/requests/new?category=" + category);
    }

    private RequestSpecification form(String category, UUID token, String subject, Map<String, String> answers) {
        RequestSpecification form = browser.request().multiPart("token", token.toString()).multiPart("subject", subject).multiPart("body", "Please help");
        answers.forEach(form::multiPart);
        return form;
    }

    private String requested(String subject) {
        return path(send("question", subject, Map.of())).replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    private Response reply(String ref, String body) {
        return browser.request().multiPart("token", UUID.randomUUID().toString()).multiPart("body", body).post("/requests/" + ref + "/replies");
    }

    private String page(String path) {
        return browser.request().get(path).then().statusCode(200).extract().asString();
    }

    private static String path(Response redirect) {
        return redirect.header("Location").replaceFirst("https?://[^/]+", "");
    }

    private static String fileOn(String page) {
        return page.replaceAll("(?s).*href=\"(/requests/[^\"]+/files/[^\"]+)\".*", "$1");
    }

    private static RequestSpecification api(String key) {
        return SignIn.nobody("localhost").auth().oauth2(key);
    }

    private static Response ask(Map<String, Object> submission) {
        return api(Cast.token(Cast.alice())).contentType("application/json").body(submission).post("/api/v1/clients/acme/tickets");
    }

    private void work(String ref, BiConsumer<Ticket, By> verb) {
        By by = tess.by(time.now(), Channel.DESK);
        tickets.working(tess, ref, ticket -> {
            verb.accept(ticket, by);
            return null;
        });
    }
}
