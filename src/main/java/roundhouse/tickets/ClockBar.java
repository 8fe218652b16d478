package roundhouse.tickets;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import roundhouse.sla.Clock;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Segment;
import roundhouse.web.TimeWords;

/**
 * A clock as a bar over business hours, 1,000 wide, with the sentence under it. Nights are a sliver and a pause is never longer than a
 * quarter of the budget: the bar shows what was used, not how long the nights were.
 *
 * @param mood {@code run}, {@code soon}, {@code met}, {@code missed}, {@code paused} or {@code plain}
 * @param due  where the due mark stands, null for none
 * @param now  where the now mark stands, null once the clock has stopped
 * @param earlier whether it was replaced, cancelled or merged
 */
public record ClockBar(String kind, String mood, List<Stretch> stretches, Integer due, Integer now, String headline, String rest, String because,
                       List<Part> parts, boolean earlier) {

    private static final int WIDTH = 1000;
    private static final int SOON = 75;

    public record Stretch(int x, int width, String state) {
    }

    /** One segment in words. */
    public record Part(String from, String to, String what, String used) {
    }

    static ClockBar of(Clock clock, Instant now, ZoneId zone) {
        long budget = clock.budgetSeconds() == null ? Math.max(1, clock.consumedSeconds()) : Math.max(1, clock.budgetSeconds());
        long left = clock.remainingSeconds() == null || !clock.isOpen() ? 0 : Math.max(0, clock.remainingSeconds());
        double whole = Math.max(budget, left + clock.segments().stream().mapToDouble(segment -> length(segment, budget)).sum());
        List<Stretch> stretches = new ArrayList<>();
        double at = 0;
        double used = 0;
        Double due = null;
        for (Segment segment : clock.segments()) {
            double length = length(segment, budget);
            boolean crosses = segment.state() == Segment.State.RUNNING && due == null && used + length >= budget;
            if (crosses && clock.promised()) {
                due = at + budget - used;
                add(stretches, at, budget - used, whole, "running");
                add(stretches, due, used + length - budget, whole, "late");
            } else {
                add(stretches, at, length, whole, due != null && segment.state() == Segment.State.RUNNING ? "late" : segment.state().word());
            }
            used += segment.state() == Segment.State.RUNNING ? length : 0;
            at += length;
        }
        if (due == null && clock.promised() && clock.isOpen()) {
            due = at + left;
        }
        return new ClockBar(title(clock), mood(clock), stretches, due == null ? null : Math.min(WIDTH - 2, scaled(due, whole)),
                clock.isOpen() ? Math.min(WIDTH - 3, scaled(at, whole)) : null, headline(clock), rest(clock, now, zone), because(clock),
                clock.segments().stream().map(segment -> part(segment, now, zone)).toList(), isEarlier(clock));
    }

    private static Part part(Segment segment, Instant now, ZoneId zone) {
        String what = switch (segment.state()) {
            case RUNNING -> "running";
            case PAUSED -> "paused: " + HoldReason.named(segment.reason()).map(HoldReason::phrase).orElse(segment.reason());
            case ASLEEP -> "outside the hours";
        };
        return new Part(TimeWords.moment(segment.from(), zone, now), TimeWords.moment(segment.to(), zone, now), what,
                segment.businessSeconds() == 0 ? "" : TimeWords.length(segment.businessSeconds()));
    }

    private static boolean isEarlier(Clock clock) {
        return switch (clock.state()) {
            case RUNNING, PAUSED, MET, MISSED, STOPPED -> false;
            case CANCELLED, SUPERSEDED, MERGED -> true;
        };
    }

    private static void add(List<Stretch> stretches, double at, double length, double whole, String state) {
        int width = scaled(length, whole);
        if (width > 0) {
            stretches.add(new Stretch(scaled(at, whole), width, state));
        }
    }

    private static int scaled(double length, double whole) {
        return (int) Math.round(length * WIDTH / whole);
    }

    private static double length(Segment segment, long budget) {
        long elapsed = segment.to().getEpochSecond() - segment.from().getEpochSecond();
        return switch (segment.state()) {
            case RUNNING -> segment.businessSeconds();
            case PAUSED -> Math.min(elapsed, budget / 4.0);
            case ASLEEP -> Math.min(elapsed, budget / 60.0);
        };
    }

    private static String title(Clock clock) {
        String title = clock.kind().title();
        return Character.toUpperCase(title.charAt(0)) + title.substring(1) + (clock.instance() > 1 ? " " + clock.instance() : "");
    }

    private static String mood(Clock clock) {
        if (clock.verdict() != null) {
            return clock.verdict().word();
        }
        return switch (clock.state()) {
            case RUNNING -> !clock.promised() ? "plain" : Countdown.percent(clock.consumedSeconds(), clock.budgetSeconds()) >= SOON ? "soon" : "run";
            case PAUSED -> "paused";
            case MET, MISSED, STOPPED, CANCELLED, SUPERSEDED, MERGED -> "plain";
        };
    }

    private static String headline(Clock clock) {
        if (!clock.isOpen()) {
            return switch (clock.state()) {
                case MET -> "Met";
                case MISSED -> "Missed";
                case STOPPED -> "Not promised";
                case CANCELLED -> "Cancelled";
                case SUPERSEDED -> "Replaced";
                case MERGED -> "Merged";
                case RUNNING, PAUSED -> throw new IllegalStateException("open");
            };
        }
        if (!clock.promised()) {
            return "Not promised";
        }
        if (clock.remainingSeconds() < 0) {
            return TimeWords.length(clock.remainingSeconds()) + " over";
        }
        return (clock.state() == Clock.State.PAUSED ? "Paused, " : "") + TimeWords.length(clock.remainingSeconds()) + " left";
    }

    private static String rest(Clock clock, Instant now, ZoneId zone) {
        StringBuilder rest = new StringBuilder();
        if (clock.stoppedAt() != null) {
            rest.append(" ").append(TimeWords.moment(clock.stoppedAt(), zone, now));
        } else if (clock.dueAt() != null) {
            rest.append(clock.dueAt().isBefore(now) ? ", was due " : ", due ").append(TimeWords.moment(clock.dueAt(), zone, now));
        }
        rest.append(". ").append(clock.consumedSeconds() == 0 ? "Nothing" : TimeWords.length(clock.consumedSeconds()));
        if (clock.budgetSeconds() != null) {
            rest.append(" of ").append(TimeWords.length(clock.budgetSeconds()));
        }
        rest.append(" used");
        long paused = clock.segments().stream().filter(segment -> segment.state() == Segment.State.PAUSED)
                .mapToLong(segment -> segment.to().getEpochSecond() - segment.from().getEpochSecond()).sum();
        return paused == 0 ? rest.append(".").toString() : rest.append(", paused for ").append(TimeWords.length(paused)).append(".").toString();
    }

    private static String because(Clock clock) {
        Clock.PolicyName policy = clock.policy();
        return policy == null || policy.name() == null ? "" : policy.name() + ", version " + policy.version() + ": " + policy.because() + ", hours " + clock.calendar();
    }
}
