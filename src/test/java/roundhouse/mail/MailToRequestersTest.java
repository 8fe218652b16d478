package roundhouse.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.Keys;
import roundhouse.LocalParts;
import roundhouse.branding.Brand;
import roundhouse.branding.Brands;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.PublicAddress;
import roundhouse.identity.SignedIn;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Hold;
import roundhouse.tickets.Readable;
import roundhouse.tickets.Resolution;
import roundhouse.tickets.Submission;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.TicketViews;
import roundhouse.tickets.Tickets;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PostOffice.class, scope = TestResourceScope.GLOBAL)
class MailToRequestersTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    GreenMail server;
    @Inject
    Tickets tickets;
    @Inject
    TicketViews views;
    @Inject
    Tenants tenants;
    @Inject
    Brands brands;
    @Inject
    Units units;
    @Inject
    DatabaseTime time;
    @Inject
    PublicAddress address;
    private SignedIn alice;
    private SignedIn tess;

    @BeforeEach
    void enter() {
        alice = Cast.alice();
        tess = Cast.tess();
        settle(Cast.acme(), "acme.localhost", "help@acme.example", "ACME Helpdesk, \"Tools\" & Söhne");
        settle(Cast.initech(), "initech.localhost", "help@initech.example", "Initech Marker Desk");
        tenants.refresh();
    }

    @Test
    void theRequesterHearsThatTheRequestWasReceived() throws Exception {
        String ref = ask(alice, "The printer smokes", Channel.PORTAL);
        MimeMessage mail = sent(ref, 1).get(0);
        assertThat(mail.getSubject()).isEqualTo("[" + ref + "] We have received your request");
        assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("help@acme.example");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("ACME Helpdesk Tools & Söhne");
        assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo("help@acme.example");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("alice@acme.example");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getMessageID()).matches("<" + ref + "\\.[0-9a-f]{32}@acme\\.localhost>");
        assertThat(body(mail)).contains(address.origin("acme.localhost") + "/requests/" + ref).doesNotContain("printer smokes");
    }

    @Test
    void anAnswerAQuestionAndTheSolutionReachTheRequesterInOneThread() throws Exception {
        String ref = ask(alice, "VPN drops", Channel.PORTAL);
        work(ref, (ticket, by) -> tickets.reply(ticket, "Please **restart** the client <script>alert(1)</script>", by));
        work(ref, (ticket, by) -> tickets.hold(ticket, new Hold(HoldReason.CLIENT, "Which network are you on?", null), by));
        work(ref, (ticket, by) -> tickets.resolve(ticket, new Resolution("Raised the timeout.", Resolution.Code.FIXED, null), by));
        List<MimeMessage> mails = sent(ref, 4);
        assertThat(mails).extracting(MimeMessage::getSubject).containsExactlyInAnyOrder("[" + ref + "] We have received your request",
                "[" + ref + "] Tess Lindqvist answered", "[" + ref + "] Tess Lindqvist answered", "[" + ref + "] Your request is solved");
        MimeMessage solved = mails.stream().filter(mail -> subject(mail).endsWith("solved")).findFirst().orElseThrow();
        MimeMessage received = mails.stream().filter(mail -> subject(mail).endsWith("request")).findFirst().orElseThrow();
        assertThat(body(solved)).contains("Raised the timeout.", "About: VPN drops");
        assertThat(solved.getHeader("References", null)).startsWith(received.getMessageID());
        assertThat(solved.getHeader("In-Reply-To", null)).contains("<" + ref + ".");
        assertThat(solved.getHeader("Auto-Submitted")).isNull();
        assertThat(mails.stream().map(MailToRequestersTest::body)).anySatisfy(body -> assertThat(body).contains("<strong>restart</strong>"))
                .anySatisfy(body -> assertThat(body).contains("Which network are you on?"));
        assertThat(mails.stream().map(MailToRequestersTest::html)).allSatisfy(html -> assertThat(html).doesNotContain("<script"));
    }

    @Test
    void whatIsInternalIsNeverSentNorAnybodysOwnWordsNorThePast() throws Exception {
        String ref = ask(alice, "Screen flickers", Channel.PORTAL);
        work(ref, (ticket, by) -> tickets.note(ticket, "Third one from that SECRET batch", by));
        work(ref, (ticket, by) -> tickets.assign(ticket, "tess", by));
        work(ref, (ticket, by) -> tickets.hold(ticket, new Hold(HoldReason.VENDOR, null, null), by));
        By own = alice.by(time.now(), Channel.PORTAL);
        tickets.answering(alice, ref, ticket -> {
            tickets.reply(ticket, "It got worse", own);
            return null;
        });
        String imported = ask(alice, "Long ago", Channel.IMPORT);
        work(ref, (ticket, by) -> tickets.reply(ticket, "A new one is on its way", by));
        List<MimeMessage> mails = sent(ref, 2);
        assertThat(mails.stream().map(MailToRequestersTest::body)).noneSatisfy(body -> assertThat(body).contains("SECRET"))
                .noneSatisfy(body -> assertThat(body).contains("It got worse"));
        assertThat(about(imported)).isEmpty();
    }

    @Test
    void whileTheMailServerIsAwayRequestsAreAcceptedAndTheirMailGoesOutOnceAfterwards() throws Exception {
        server.stop();
        String ref = ask(alice, "Sent while the post is closed", Channel.PORTAL);
        await().atMost(SOON).until(() -> attempts(ref) >= 1);
        assertThat(state(ref)).isEqualTo("waiting");
        server.start();
        assertThat(sent(ref, 1)).hasSize(1);
        Thread.sleep(2_500);
        assertThat(about(ref)).hasSize(1);
        assertThat(state(ref)).isEqualTo("sent");
    }

    @Test
    void nothingOfOneClientStandsInTheMailOfAnother() throws Exception {
        String ofInitech = ask(Cast.milton(), "Marker of Initech", Channel.PORTAL);
        String ofAcme = ask(alice, "Of ACME", Channel.PORTAL);
        sent(ofInitech, 1);
        sent(ofAcme, 1);
        List<MimeMessage> toAcme = Arrays.stream(server.getReceivedMessages()).filter(mail -> recipient(mail).endsWith("@acme.example")).toList();
        assertThat(toAcme).isNotEmpty().noneSatisfy(mail -> assertThat(GreenMailUtil.getWholeMessage(mail)).containsIgnoringCase("initech"));
    }

    @Test
    void administratorsReadWhatWasSentToTheClientsWithinTheirReach() {
        String ref = ask(alice, "Shown to administrators", Channel.PORTAL);
        sent(ref, 1);
        given().cookies(Keys.atTheDesk(Cast.olga())).get("/desk/administration/mail").then().statusCode(200)
                .body(containsString("[" + ref + "] We have received your request"), containsString("alice@acme.example"));
        given().cookies(Keys.atTheDesk(tess)).get("/desk/administration/mail").then().statusCode(403);
    }

    private List<MimeMessage> sent(String ref, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(about(ref)).hasSize(count));
        return about(ref);
    }

    private List<MimeMessage> about(String ref) {
        return Arrays.stream(server.getReceivedMessages()).filter(mail -> subject(mail).startsWith("[" + ref + "]")).toList();
    }

    private String ask(SignedIn person, String subject, Channel channel) {
        By by = person.by(time.now(), channel);
        Submission submission = new Submission(subject, "Please help: " + subject, Priority.P3, null, null, null, null);
        Readable view = units.inside(person.home(), person.side(), person.person(), () -> views.of(tickets.submit(submission, by), by));
        return view.ref();
    }

    private void work(String ref, BiConsumer<Ticket, By> verb) {
        By by = tess.by(time.now(), Channel.DESK);
        tickets.working(tess, ref, ticket -> {
            verb.accept(ticket, by);
            return null;
        });
    }

    private void settle(Tenant tenant, String host, String address, String brand) {
        units.inside(tenant.id(), Side.SYSTEM, 0, () -> {
            tenants.change(new Tenant(tenant.id(), tenant.slug(), tenant.prefix(), tenant.name(), tenant.zone(), tenant.locale(), Set.of(host),
                    List.of(address), List.of(), null));
            return brands.put(new Brand(brand, Brand.NEUTRAL, null, null));
        });
    }

    private static int attempts(String ref) {
        return Integer.parseInt(asked("attempts::text", ref));
    }

    private static String state(String ref) {
        return asked("state", ref);
    }

    private static String asked(String column, String ref) {
        try (var connection = LocalParts.asSuperuser();
                var statement = connection.prepareStatement("select " + column + " from outbox where subject like ?")) {
            statement.setString(1, "[" + ref + "]%");
            var rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text and HTML after each other. */
    private static String body(MimeMessage mail) {
        try {
            return part(mail, 0) + part(mail, 1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String html(MimeMessage mail) {
        try {
            return part(mail, 1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        var parts = (jakarta.mail.Multipart) mail.getContent();
        Object content = parts.getBodyPart(number).getContent();
        return content instanceof jakarta.mail.Multipart nested ? part(nested, number) : content.toString();
    }

    private static String part(jakarta.mail.Multipart parts, int number) throws Exception {
        return parts.getBodyPart(number).getContent().toString();
    }
}
