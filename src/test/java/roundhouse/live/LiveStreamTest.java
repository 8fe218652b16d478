package roundhouse.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.Keys;
import roundhouse.LocalParts;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.People;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Submission;
import roundhouse.tickets.Tickets;

@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class LiveStreamTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Inject
    Tickets tickets;
    @Inject
    Trail trail;
    @Inject
    Units units;
    @Inject
    People people;
    @Inject
    DatabaseTime time;
    @Inject
    Ear ear;

    @Test
    void aNewRequestReachesEveryOpenDeskThatReachesTheClientWithinASecond() throws Exception {
        try (Browser tess = Browser.listening(Cast.tess()); Browser amy = Browser.listening(Cast.amy())) {
            String ticket = "ticket " + ask(Cast.alice(), Channel.PORTAL) + " message";
            await().atMost(AT_ONCE).untilAsserted(() -> {
                assertThat(tess.nudges()).contains(ticket);
                assertThat(amy.nudges()).contains(ticket);
            });
        }
    }

    @Test
    void nothingIsHeardOfAClientOutOfReach() throws Exception {
        try (Browser tess = Browser.listening(Cast.tess())) {
            UUID ofUmbrella = ask(Cast.uma(), Channel.PORTAL);
            UUID ofAcme = ask(Cast.alice(), Channel.PORTAL);
            await().atMost(AT_ONCE).untilAsserted(() -> assertThat(tess.nudges()).contains("ticket " + ofAcme + " message"));
            assertThat(String.join("\n", tess.heard())).doesNotContain(ofUmbrella.toString());
        }
    }

    @Test
    void whatHappenedInThePastOrWasTakenBackNudgesNobody() throws Exception {
        try (Browser tess = Browser.listening(Cast.tess())) {
            UUID imported = ask(Cast.alice(), Channel.IMPORT);
            UUID[] takenBack = new UUID[1];
            SignedIn alice = Cast.alice();
            assertThatThrownBy(() -> units.inside(alice.home(), Side.CLIENT, alice.person(), () -> {
                takenBack[0] = submit(alice, Channel.PORTAL);
                throw new IllegalStateException("taken back");
            })).hasMessage("taken back");
            UUID later = ask(Cast.alice(), Channel.PORTAL);
            await().atMost(AT_ONCE).untilAsserted(() -> assertThat(tess.nudges()).contains("ticket " + later + " message"));
            assertThat(String.join("\n", tess.heard())).doesNotContain(imported.toString(), takenBack[0].toString());
        }
    }

    @Test
    void severalChangesOfOneTransactionAreOneNudge() throws Exception {
        try (Browser tess = Browser.listening(Cast.tess())) {
            UUID ticket = ask(Cast.alice(), Channel.PORTAL);
            By by = Cast.tess().by(time.now(), Channel.DESK);
            units.inside(Cast.acme().id(), Side.STAFF, by.person(), () -> {
                trail.record(ticket, Kind.NOTE, false, "one", null, by);
                trail.record(ticket, Kind.TIME, false, "two", null, by);
                return null;
            });
            await().atMost(AT_ONCE).untilAsserted(() -> assertThat(tess.nudges()).contains("ticket " + ticket + " time"));
            assertThat(tess.nudges()).doesNotContain("ticket " + ticket + " note");
        }
    }

    @Test
    void aStreamEndsWithinFiveSecondsWhenAnAssignmentIsTakenAway() throws Exception {
        Tenant initech = Cast.initech();
        try (Browser amy = Browser.listening(Cast.amy())) {
            units.inside(initech.id(), Side.SYSTEM, 0, () -> people.unassign("amy"));
            await().atMost(Duration.ofSeconds(5)).until(amy::hasEnded);
        }
    }

    @Test
    void aStreamEndsWithinFiveSecondsWhenItsPersonLeaves() throws Exception {
        try (Browser amy = Browser.listening(Cast.amy())) {
            leave("amy");
            await().atMost(Duration.ofSeconds(5)).until(amy::hasEnded);
        }
    }

    @Test
    void aStreamEndsWithinFiveSecondsWhenItsPersonSignsOutInAnotherWindow() throws Exception {
        Map<String, String> cookies = Keys.atTheDesk(Cast.tess());
        try (Browser signedOut = Browser.listening(cookies); Browser elsewhere = Browser.listening(Cast.tess())) {
            given().redirects().follow(false).cookies(cookies).post("/sign-out").then().statusCode(303);
            await().atMost(Duration.ofSeconds(5)).until(signedOut::hasEnded);
            String ticket = "ticket " + ask(Cast.alice(), Channel.PORTAL) + " message";
            await().atMost(AT_ONCE).untilAsserted(() -> assertThat(elsewhere.nudges()).contains(ticket));
            assertThat(signedOut.nudges()).doesNotContain(ticket);
        }
    }

    @Test
    void clientsAndStrangersHearNothing() throws Exception {
        given().redirects().follow(false).get("/desk/live").then().statusCode(302);
        try (Browser alice = Browser.listening(Cast.alice())) {
            assertThat(alice.status()).isEqualTo(403);
        }
    }

    @Test
    void aLostConnectionComesBackAndSaysThatSomethingMayHaveChanged() throws Exception {
        try (Browser tess = Browser.listening(Cast.tess())) {
            await().until(ear::hears);
            try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'roundhouse live'");
            }
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(tess.nudges()).contains("queue change"));
            UUID ticket = ask(Cast.alice(), Channel.PORTAL);
            await().atMost(AT_ONCE).untilAsserted(() -> assertThat(tess.nudges()).contains("ticket " + ticket + " message"));
        }
    }

    private UUID ask(SignedIn person, Channel channel) {
        return units.inside(person.home(), person.side(), person.person(), () -> submit(person, channel));
    }

    private UUID submit(SignedIn person, Channel channel) {
        Submission submission = new Submission("Please look", "It does not work", Priority.P3, null, null, null, null);
        return tickets.submit(submission, person.by(time.now(), channel)).id();
    }

    private static void leave(String user) throws SQLException {
        try (var connection = LocalParts.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute("update person set active = false where user_name = '" + user + "'");
        }
    }
}
