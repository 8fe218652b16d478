package roundhouse.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.audit.Kind;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.SignedIn;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Units;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class TicketsTest {

    @Inject
    Tickets tickets;
    @Inject
    TicketViews views;
    @Inject
    Queue queue;
    @Inject
    QueueQueries queries;
    @Inject
    Units units;
    @Inject
    DatabaseTime time;
    private SignedIn alice;
    private SignedIn milton;
    private SignedIn tess;

    @BeforeEach
    void enter() {
        alice = Cast.alice();
        milton = Cast.milton();
        tess = Cast.tess();
    }

    @Test
    void aRequestStandsInTheQueueOfWhoeverReachesTheClient() {
        String ref = ask(alice, "The printer smokes");
        assertThat(queueOf(tess)).extracting(QueueRow::subject).contains("The printer smokes");
        assertThat(ref).matches("ACME-\\d{4,}");
    }

    @Test
    void numbersCountUpInsideOneClient() {
        int first = number(ask(alice, "One"));
        ask(milton, "Of another client");
        assertThat(number(ask(alice, "Two"))).isEqualTo(first + 1);
    }

    @Test
    void aTicketIsWorkedFromQuestionToAnswer() {
        String ref = ask(alice, "VPN drops every ten minutes");
        work(tess, ref, (ticket, by) -> tickets.assign(ticket, "tess", by));
        assertThat(status(ref)).isEqualTo(Status.OPEN);
        work(tess, ref, (ticket, by) -> tickets.hold(ticket, new Hold(HoldReason.CLIENT, "Which network are you on?", null), by));
        assertThat(status(ref)).isEqualTo(Status.PENDING);
        answer(alice, ref, "At home, by cable");
        assertThat(status(ref)).isEqualTo(Status.OPEN);
        work(tess, ref, (ticket, by) -> tickets.resolve(ticket, new Resolution("Raised the timeout.", Resolution.Code.FIXED, null), by));
        assertThat(status(ref)).isEqualTo(Status.RESOLVED);
        assertThat(queueOf(tess)).extracting(QueueRow::number).doesNotContain(number(ref));
        assertThat(conversation(tess, ref)).extracting(EntryView::kind)
                .containsExactly(Kind.MESSAGE, Kind.ASSIGNMENT, Kind.MESSAGE, Kind.HOLD, Kind.MESSAGE, Kind.RESOLUTION);
    }

    @Test
    void theClientReadsWhatIsPublicOnly() {
        String ref = ask(alice, "Screen flickers");
        work(tess, ref, (ticket, by) -> tickets.note(ticket, "Third one from that batch", by));
        assertThat(conversation(alice, ref)).extracting(EntryView::body).containsExactly("Please help: Screen flickers");
    }

    @Test
    void anAnswerWithinTheWindowReopens() {
        String ref = ask(alice, "Mail is slow");
        work(tess, ref, (ticket, by) -> tickets.resolve(ticket, new Resolution("Cleared the index.", Resolution.Code.FIXED, null), by));
        answer(alice, ref, "It is slow again");
        assertThat(status(ref)).isEqualTo(Status.OPEN);
    }

    @Test
    void afterTheWindowTheAnswerIsToAskAnew() {
        String ref = ask(alice, "Old story");
        By past = tess.by(time.now().minus(Duration.ofDays(30)), Channel.IMPORT);
        tickets.working(tess, ref, ticket -> {
            assertThatThrownBy(() -> tickets.reopen(ticket, "why not", past)).isInstanceOf(Refused.class).hasMessageContaining("this one is new");
            return null;
        });
    }

    @Test
    void aHoldForTheClientAsksAQuestion() {
        String ref = ask(alice, "Something");
        assertThatThrownBy(() -> work(tess, ref, (ticket, by) -> tickets.hold(ticket, new Hold(HoldReason.CLIENT, null, null), by)))
                .isInstanceOf(Refused.class).hasMessageContaining("ask the question");
    }

    @Test
    void nobodyReadsTheTicketsOfAnotherClientOrOfAnotherPerson() {
        String ofAlice = ask(alice, "Private");
        assertThatThrownBy(() -> tickets.with(milton, ofAlice, ticket -> ticket)).isInstanceOf(NotFound.class);
        String ofUma = ask(Cast.uma(), "Of umbrella");
        assertThatThrownBy(() -> tickets.with(tess, ofUma, ticket -> ticket)).isInstanceOf(NotFound.class);
        assertThat(queueOf(tess)).extracting(QueueRow::subject).doesNotContain("Of umbrella");
    }

    @Test
    void whoIsAssignedReachesTheClient() {
        String ref = ask(Cast.alice(), "For whom?");
        assertThatThrownBy(() -> work(tess, ref, (ticket, by) -> tickets.assign(ticket, "milton", by)))
                .isInstanceOf(Refused.class).hasMessageContaining("does not work tickets of this client");
    }

    private String ask(SignedIn person, String subject) {
        By by = person.by(time.now(), Channel.PORTAL);
        Submission submission = new Submission(subject, "Please help: " + subject, Priority.P3, null, null, null, null);
        return units.inside(person.home(), person.side(), person.person(), () -> views.of(tickets.submit(submission, by), by).ref());
    }

    private void work(SignedIn person, String ref, BiConsumer<Ticket, By> verb) {
        By by = person.by(time.now(), Channel.DESK);
        tickets.working(person, ref, ticket -> {
            verb.accept(ticket, by);
            return null;
        });
    }

    private void answer(SignedIn person, String ref, String body) {
        By by = person.by(time.now(), Channel.PORTAL);
        tickets.answering(person, ref, ticket -> {
            tickets.reply(ticket, body, by);
            return null;
        });
    }

    private Status status(String ref) {
        return tickets.with(tess, ref, Ticket::status);
    }

    private List<EntryView> conversation(SignedIn person, String ref) {
        return tickets.with(person, ref, ticket -> views.conversation(ticket, person.by(time.now(), Channel.DESK)));
    }

    private List<QueueRow> queueOf(SignedIn person) {
        QueueQuery everything = new QueueQuery(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, QueueQuery.Sort.DUE, person.person(),
                time.now(), time.now(), null, 200);
        return units.across(person.reach(), person.side(), person.person(), () -> queue.rows(everything));
    }

    private static int number(String ref) {
        return Integer.parseInt(ref.substring(ref.indexOf('-') + 1));
    }
}
