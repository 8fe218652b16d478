package roundhouse.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A ticket's story while it is told: each event is a guarded verb that moves the standing and the clocks. */
final class Course {
    private static final Set<String> TIERS = Set.of("1", "2", "3", "vendor");

    private final Timeline timeline;
    private final Story story;
    private final Standing standing = new Standing();
    private final Runs runs = new Runs();
    private Priority priority;
    private String category;
    private int edition;

    Course(Timeline timeline, Story story) {
        this.timeline = timeline;
        this.story = story;
        edition = timeline.placeAt(story.createdAt());
        priority = story.priority();
        category = story.category();
        start(Kind.OWN, story.createdAt());
        start(Kind.FIRST_RESPONSE, story.createdAt());
        start(Kind.RESOLUTION, story.createdAt());
    }

    /** What happens without anybody touching the ticket: promises are edited, holds end, resolved tickets close. */
    void passTo(Instant instant) {
        while (edition < timeline.placeAt(instant)) {
            Instant edited = timeline.editions().get(edition + 1).since();
            endHoldBy(edited);
            edition++;
            promiseAnew(edited);
        }
        endHoldBy(instant);
        standing.passTo(instant);
    }

    void assign(Instant at) {
        standing.need(Standing.UNSOLVED, "assigned");
        standing.touch();
        runs.stop(Kind.OWN, at);
    }

    void publicEntry(Instant at) {
        standing.need(Standing.ALIVE, "answered");
        standing.touch();
        answer(at, true);
    }

    void call(Instant at) {
        standing.need(Standing.ALIVE, "called about");
        standing.touch();
        answer(at, false);
    }

    void note() {
        standing.need(Standing.ALIVE, "noted on");
        standing.touch();
    }

    void clientReply(Instant at) {
        standing.need(Standing.ALIVE, "replied to by the client: ask anew");
        if (standing.is(Standing.Status.RESOLVED)) {
            reopen(at);
        }
        if (standing.hold() == HoldReason.CLIENT) {
            endHold(at);
        }
        if (!runs.isOpen(Kind.FIRST_RESPONSE) && !runs.isOpen(Kind.NEXT_RESPONSE)) {
            start(Kind.NEXT_RESPONSE, at);
        }
    }

    void hold(Instant at, HoldReason reason, Instant until) {
        standing.need(Standing.UNSOLVED, "put on hold");
        Instant wished = until == null ? null : until.truncatedTo(ChronoUnit.SECONDS);
        if (wished != null && !wished.isAfter(at)) {
            throw new Refusal("a hold ends after it begins: until " + wished + " is not after " + at);
        }
        if (standing.hold() != null) {
            endHold(at);
        }
        if (reason == HoldReason.CLIENT) {
            answer(at, true);
        }
        standing.hold(reason, promises().holdEnds(priority, category, story.asset(), at, wished));
        runs.open().forEach(run -> pauseByHold(run, at));
    }

    void resume(Instant at) {
        standing.need(EnumSet.of(Standing.Status.PENDING), "resumed: it is not on hold");
        endHold(at);
    }

    void changePriority(Instant at, Priority to) {
        standing.need(Standing.UNSOLVED, "given another priority");
        if (to == priority) {
            return;
        }
        boolean rises = to.isMoreUrgentThan(priority);
        priority = to;
        supersede(at, rises);
    }

    void changeCategory(Instant at, String to) {
        standing.need(Standing.UNSOLVED, "moved to another category");
        if (Objects.equals(to, category)) {
            return;
        }
        category = to;
        supersede(at, false);
    }

    void handOver(Instant at, String to) {
        standing.need(Standing.UNSOLVED, "handed over");
        if (to == null || !TIERS.contains(to)) {
            throw new Refusal("a ticket is handed over to 1, 2, 3 or vendor, not to " + to);
        }
        standing.touch();
        runs.stop(Kind.HANDOVER, at);
        runs.stop(Kind.VENDOR, at);
        start(to.equals("vendor") ? Kind.VENDOR : Kind.HANDOVER, at);
    }

    void merge(Instant at, Instant childCreatedAt) {
        standing.need(Standing.UNSOLVED, "merged into");
        Instant asked = childCreatedAt == null ? null : childCreatedAt.truncatedTo(ChronoUnit.SECONDS);
        if (asked == null || asked.isAfter(at) || asked.isBefore(Engine.EARLIEST)) {
            throw new Refusal("it needs childCreatedAt, not after the merge");
        }
        runs.open(Kind.FIRST_RESPONSE).forEach(run -> run.startBy(asked, at));
    }

    void mergeAway(Instant at) {
        standing.need(Standing.UNSOLVED, "merged into another");
        if (standing.hold() != null) {
            endHold(at);
        }
        standing.mergeAway();
        runs.open().forEach(run -> run.stop(at, run.isMissedBy(at) ? null : Clock.State.MERGED));
    }

    void cancel(Instant at) {
        standing.need(Standing.ALIVE, "cancelled");
        if (standing.hold() != null) {
            endHold(at);
        }
        standing.cancel();
        runs.open().forEach(run -> run.stop(at, Clock.State.CANCELLED));
    }

    void resolve(Instant at) {
        standing.need(Standing.UNSOLVED, "resolved");
        if (standing.hold() != null) {
            endHold(at);
        }
        standing.resolve(at, promises().reopenableUntil(priority, category, story.asset(), at));
        runs.stop(Kind.RESOLUTION, at);
        runs.stop(Kind.HANDOVER, at);
        runs.stop(Kind.VENDOR, at);
        runs.open(Kind.PERIODIC_UPDATE).forEach(run -> run.stop(at, Clock.State.CANCELLED));
    }

    void reopen(Instant at) {
        standing.need(EnumSet.of(Standing.Status.RESOLVED), "reopened");
        standing.open();
        runs.last(Kind.RESOLUTION).reopen(at);
    }

    List<Clock> read(Instant now) {
        return runs.read(now);
    }

    /** A call is a word to the client too, but the next periodic word is promised from what can be read. */
    private void answer(Instant at, boolean readable) {
        boolean first = runs.isOpen(Kind.FIRST_RESPONSE);
        runs.stop(Kind.FIRST_RESPONSE, at);
        runs.stop(Kind.NEXT_RESPONSE, at);
        if ((first || readable) && !standing.is(Standing.Status.RESOLVED)) {
            runs.stop(Kind.PERIODIC_UPDATE, at);
            start(Kind.PERIODIC_UPDATE, at);
        }
    }

    private void start(Kind kind, Instant at) {
        pauseByHold(runs.start(promise(kind), at), at);
    }

    private void supersede(Instant at, boolean rises) {
        runs.open().forEach(run -> pauseByHold(runs.supersede(run, promise(run.kind()), at, rises), at));
    }

    private Promise promise(Kind kind) {
        return promises().of(kind, priority, category, story.asset());
    }

    private void endHold(Instant at) {
        standing.open();
        runs.open().forEach(run -> run.resume(at));
    }

    private void pauseByHold(Run run, Instant at) {
        HoldReason hold = standing.hold();
        if (hold != null && run.promise().isPausedBy(hold)) {
            run.pause(at, hold.word());
        }
    }

    private Promises promises() {
        return timeline.editions().get(edition).promises();
    }

    /** Also of what is resolved: it may be reopened. What was missed keeps its promise. */
    private void promiseAnew(Instant at) {
        Stream<Run> resolved = standing.is(Standing.Status.RESOLVED) ? Stream.of(runs.last(Kind.RESOLUTION)) : Stream.empty();
        Stream.concat(runs.open(), resolved).forEach(run -> {
            if (run.promiseAnew(at, promise(run.kind()))) {
                pauseOrResume(run, at);
            }
        });
    }

    private void pauseOrResume(Run run, Instant at) {
        if (!run.isOpen()) {
            return;
        }
        boolean pauses = standing.hold() != null && run.promise().isPausedBy(standing.hold());
        if (pauses && !run.isPaused()) {
            run.pause(at, standing.hold().word());
        } else if (!pauses) {
            run.resume(at);
        }
    }

    private void endHoldBy(Instant instant) {
        Instant ended = standing.holdEndingBy(instant);
        if (ended != null) {
            endHold(ended);
        }
    }
}
