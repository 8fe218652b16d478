package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The oracle: tells a story a second time, written apart from the engine and as plainly as possible, for one policy.
 * Keeps its own idea of the ticket's state and paints pauses as bits.
 */
final class SlowStory {
    final List<SlowClock> clocks = new ArrayList<>();
    int refusedAt = -1;

    private final Story story;
    private final Policy policy;
    private final SlowCalendar calendar;
    private final long base;
    private String status = "new";
    private String hold = "";
    private long holdSince;
    private long holdEnds = Long.MAX_VALUE;
    private long resolvedAt;

    SlowStory(Story story, Policy policy, SlowCalendar calendar, long base, Instant now) {
        this.story = story;
        this.policy = policy;
        this.calendar = calendar;
        this.base = base;
        long created = story.createdAt().getEpochSecond();
        add(Kind.FIRST_RESPONSE, created);
        add(Kind.RESOLUTION, created);
        long last = created;
        for (int index = 0; index < story.events().size() && refusedAt < 0; index++) {
            Event event = story.events().get(index);
            long at = event.at().getEpochSecond();
            time(at);
            boolean fine = at >= last && at <= now.getEpochSecond() && happens(event, at);
            if (!fine) refusedAt = index;
            last = at;
        }
        if (refusedAt >= 0) return;
        time(now.getEpochSecond());
        if (!hold.isEmpty()) paint(now.getEpochSecond() + 1);
        for (SlowClock clock : clocks) clock.walk(base, now.getEpochSecond());
    }

    private void time(long at) {
        if (holdEnds <= at) {
            long end = holdEnds;
            holdIsOver(end);
        }
        if (status.equals("resolved") && at > resolvedAt + policy.reopenWithin().toSeconds()) status = "closed";
    }

    private boolean happens(Event event, long at) {
        boolean solved = status.equals("resolved");
        boolean dead = status.equals("closed") || status.equals("cancelled");
        switch (event.type()) {
            case "staff_reply", "call" -> {
                if (dead) return false;
                if (status.equals("new")) status = "open";
                stop(Kind.FIRST_RESPONSE, at);
            }
            case "note" -> {
                if (dead) return false;
                if (status.equals("new")) status = "open";
            }
            case "client_reply" -> {
                if (dead) return false;
                if (solved) reopened(at);
                if (hold.equals("client")) holdIsOver(at);
            }
            case "hold" -> {
                Event.Hold asked = (Event.Hold) event;
                if (dead || solved) return false;
                if (asked.until() != null && asked.until().getEpochSecond() <= at) return false;
                if (!hold.isEmpty()) holdIsOver(at);
                if (asked.reason() == HoldReason.CLIENT) stop(Kind.FIRST_RESPONSE, at);
                status = "pending";
                hold = asked.reason().word();
                holdSince = at;
                if (asked.until() != null) holdEnds = asked.until().getEpochSecond();
                if (policy.longestHold() != null) holdEnds = Math.min(holdEnds, at + policy.longestHold().toSeconds());
            }
            case "resume" -> {
                if (!status.equals("pending")) return false;
                holdIsOver(at);
            }
            case "resolve" -> {
                if (dead || solved) return false;
                if (!hold.isEmpty()) holdIsOver(at);
                stop(Kind.RESOLUTION, at);
                status = "resolved";
                resolvedAt = at;
            }
            case "reopen" -> {
                if (!solved) return false;
                reopened(at);
            }
            default -> throw new IllegalStateException(event.type());
        }
        return true;
    }

    private void reopened(long at) {
        SlowClock resolution = last(Kind.RESOLUTION);
        resolution.paused.set((int) (resolution.stop - base), (int) (at - base));
        resolution.stop = -1;
        status = "open";
    }

    private void holdIsOver(long at) {
        paint(at);
        hold = "";
        holdEnds = Long.MAX_VALUE;
        status = "open";
    }

    private void paint(long until) {
        for (SlowClock clock : clocks) {
            if (clock.stop < 0 && pauses(clock.kind)) clock.paused.set((int) (Math.max(holdSince, clock.start) - base), (int) (until - base));
        }
    }

    private boolean pauses(Kind kind) {
        if (kind == Kind.RESOLUTION) return policy.pauses().stream().anyMatch(reason -> reason.word().equals(hold));
        if (kind == Kind.FIRST_RESPONSE) return hold.equals("wrong_client") || hold.equals("duplicate");
        return false;
    }

    private void add(Kind kind, long start) {
        Policy.Row row = policy.rows().get(story.priority());
        Target target = row == null ? null : row.targets().get(kind);
        clocks.add(new SlowClock(kind, 1, calendar, target, start));
    }

    private SlowClock last(Kind kind) {
        return clocks.stream().filter(clock -> clock.kind == kind).reduce((a, b) -> b).orElseThrow();
    }

    private void stop(Kind kind, long at) {
        for (SlowClock clock : clocks) {
            if (clock.kind != kind || clock.stop >= 0) continue;
            if (!hold.isEmpty() && pauses(kind)) clock.paused.set((int) (Math.max(holdSince, clock.start) - base), (int) (at - base));
            clock.stop = at;
        }
    }
}
