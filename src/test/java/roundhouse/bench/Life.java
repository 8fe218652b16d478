package roundhouse.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import roundhouse.sla.Event;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;

/** What happened to one ticket, as Tickets would have written it: the entries of its trail and the events that its clocks heard. */
final class Life {

    /** @param who {@code requester}, {@code assignee} or {@code system} */
    record Line(Instant at, String kind, boolean visibleToClient, String who, String body, String detail) {
    }

    private static final Duration REOPEN_WITHIN = Duration.ofDays(7);
    private static final List<String> SUBJECTS = List.of("Mail does not arrive on the phone", "VPN asks for the password again and again",
            "Printer prints half a page", "New laptop for a colleague", "Access to the quality database", "Second screen stays dark");
    private static final List<String> CATEGORIES = List.of("email", "access", "vpn", "printing", "hardware", "question");
    private static final String BODY = "Since this morning it does not work any more. I have restarted twice and tried the other network; the message stays "
            + "the same. **It is urgent**, since we have a customer here at noon.\n\n- restarted\n- other network\n- asked a colleague\n";
    private static final String ANSWER = "Thank you for telling us. I have looked at the device from here and see that its certificate has ended; I have "
            + "issued a new one. Please restart once more and tell me whether the message is gone.";

    final String subject;
    final String category;
    final Priority priority;
    final Instant createdAt;
    final List<Line> lines = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    String status = "NEW";
    String answeredLast = "client";
    String lastWords = BODY;
    String lastBy = "requester";
    Instant holdUntil;
    Instant resolvedAt;
    Instant updatedAt;
    private final Random chance;

    private Life(Random chance, Instant createdAt) {
        this.chance = chance;
        this.createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        this.updatedAt = this.createdAt;
        int topic = chance.nextInt(SUBJECTS.size());
        this.subject = SUBJECTS.get(topic);
        this.category = CATEGORIES.get(topic);
        int die = chance.nextInt(100);
        this.priority = die < 3 ? Priority.P1 : die < 20 ? Priority.P2 : die < 80 ? Priority.P3 : Priority.P4;
        lines.add(new Line(this.createdAt, "MESSAGE", true, "requester", BODY, null));
    }

    /** Closed by now: taken, answered, often asked back, resolved within four days, some time in twelve months. */
    static Life finished(Random chance, Instant now) {
        Life life = new Life(chance, now.minus(Duration.ofMinutes(chance.nextInt(12 * 24 * 60, 365 * 24 * 60))));
        life.answered();
        if (chance.nextInt(5) == 0) {
            life.held();
            life.clientAnswered();
        } else if (chance.nextBoolean()) {
            life.clientAnswered();
        }
        life.resolved();
        return life;
    }

    /** New, open or waiting for the client, begun in the last days. */
    static Life unfinished(Random chance, Instant now) {
        int die = chance.nextInt(4);
        Life life = new Life(chance, now.minus(Duration.ofMinutes(die == 0 ? chance.nextInt(10, 36 * 60) : chance.nextInt(24 * 60, 10 * 24 * 60))));
        if (die > 0) {
            life.answered();
        }
        if (die == 1) {
            life.held();
        }
        if (die == 2) {
            life.clientAnswered();
        }
        return life;
    }

    private void answered() {
        Instant taken = later(5, 240);
        lines.add(new Line(taken, "ASSIGNMENT", false, "assignee", null, "nobody to "));
        events.add(new Event.Assign(taken));
        Instant said = later(5, 300);
        said(said, "assignee", ANSWER);
        events.add(new Event.StaffReply(said));
        status = "OPEN";
    }

    private void held() {
        Instant at = later(10, 200);
        holdUntil = at.plus(Duration.ofDays(30));
        said(at, "assignee", ANSWER);
        lines.add(new Line(at, "HOLD", false, "assignee", null, "waiting for client until " + holdUntil));
        events.add(new Event.Hold(at, HoldReason.CLIENT, holdUntil));
        status = "PENDING";
    }

    private void clientAnswered() {
        Instant at = later(10, 400);
        said(at, "requester", BODY);
        events.add(new Event.ClientReply(at));
        holdUntil = null;
        status = "OPEN";
    }

    private void resolved() {
        resolvedAt = later(30, 4 * 24 * 60);
        said(resolvedAt, "assignee", ANSWER);
        lines.set(lines.size() - 1, new Line(resolvedAt, "RESOLUTION", true, "assignee", ANSWER, "fixed"));
        events.add(new Event.StaffReply(resolvedAt));
        events.add(new Event.Resolve(resolvedAt));
        updatedAt = reopenUntil();
        lines.add(new Line(updatedAt, "STATUS", true, "system", null, "closed"));
        status = "CLOSED";
    }

    Instant reopenUntil() {
        return resolvedAt == null ? null : resolvedAt.plus(REOPEN_WITHIN);
    }

    String answer() {
        return ANSWER;
    }

    private void said(Instant at, String who, String body) {
        lines.add(new Line(at, "MESSAGE", true, who, body, null));
        answeredLast = who.equals("requester") ? "client" : "staff";
        lastWords = body;
        lastBy = who;
    }

    private Instant later(int least, int most) {
        updatedAt = updatedAt.plus(Duration.ofMinutes(chance.nextInt(least, most)));
        return updatedAt;
    }
}
