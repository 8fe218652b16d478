package roundhouse.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A ticket's story while it is told: each event is a guarded verb that moves the standing and the clocks. */
final class Course {
    private final Promises promises;
    private final Story story;
    private final Standing standing = new Standing();
    private final List<Run> runs = new ArrayList<>();
    private final Priority priority;
    private final String category;

    Course(Promises promises, Story story) {
        this.promises = promises;
        this.story = story;
        priority = story.priority();
        category = story.category();
        start(Kind.FIRST_RESPONSE, story.createdAt());
        start(Kind.RESOLUTION, story.createdAt());
    }

    /** What time alone does: holds end, resolved tickets close. */
    void passTo(Instant instant) {
        Instant holdEnded = standing.holdEndingBy(instant);
        if (holdEnded != null) endHold(holdEnded);
        standing.passTo(instant);
    }

    void staffReply(Instant at) {
        standing.need(Standing.ALIVE, "answered");
        standing.touch();
        answer(at);
    }

    void call(Instant at) {
        standing.need(Standing.ALIVE, "called about");
        standing.touch();
        answer(at);
    }

    void note() {
        standing.need(Standing.ALIVE, "noted on");
        standing.touch();
    }

    void clientReply(Instant at) {
        standing.need(Standing.ALIVE, "replied to by the client: ask anew");
        if (standing.is(Standing.Status.RESOLVED)) reopen(at);
        if (standing.hold() == HoldReason.CLIENT) endHold(at);
    }

    void hold(Instant at, HoldReason reason, Instant until) {
        standing.need(Standing.UNSOLVED, "put on hold");
        if (until != null && !until.isAfter(at)) throw new Refusal("a hold ends after it begins: until " + until + " is not after " + at);
        if (standing.hold() != null) endHold(at);
        if (reason == HoldReason.CLIENT) answer(at);
        standing.hold(reason, end(at, until));
        open().forEach(run -> pauseByHold(run, at));
    }

    void resume(Instant at) {
        standing.need(EnumSet.of(Standing.Status.PENDING), "resumed: it is not on hold");
        endHold(at);
    }

    void resolve(Instant at) {
        standing.need(Standing.UNSOLVED, "resolved");
        if (standing.hold() != null) endHold(at);
        standing.resolve(at, governing().map(Policy::reopenWithin).orElse(Policy.REOPEN_WITHIN));
        stop(Kind.RESOLUTION, at);
    }

    void reopen(Instant at) {
        standing.need(EnumSet.of(Standing.Status.RESOLVED), "reopened");
        standing.open();
        runs.stream().filter(run -> run.kind() == Kind.RESOLUTION).reduce((earlier, later) -> later).orElseThrow().reopen(at);
    }

    List<Clock> read(Instant now) {
        return runs.stream()
                .sorted(Comparator.comparing(Run::kind).thenComparing(run -> run.instance))
                .map(run -> run.read(now)).toList();
    }

    private void answer(Instant at) {
        stop(Kind.FIRST_RESPONSE, at);
    }

    private void start(Kind kind, Instant at) {
        int instance = 1 + (int) runs.stream().filter(run -> run.kind() == kind).count();
        Run run = new Run(promises.of(kind, priority, category, story.asset()), instance, at);
        runs.add(run);
        pauseByHold(run, at);
    }

    private void stop(Kind kind, Instant at) {
        open().filter(run -> run.kind() == kind).forEach(run -> run.stop(at, null));
    }

    private void endHold(Instant at) {
        standing.open();
        open().forEach(run -> run.resume(at));
    }

    private void pauseByHold(Run run, Instant at) {
        HoldReason hold = standing.hold();
        if (hold != null && run.promise.isPausedBy(hold)) run.pause(at, hold.word());
    }

    private Instant end(Instant at, Instant until) {
        Duration longest = governing().map(Policy::longestHold).orElse(null);
        return Stream.of(Optional.ofNullable(until), Optional.ofNullable(longest).map(at::plus))
                .flatMap(Optional::stream).min(Instant::compareTo).orElse(null);
    }

    private Optional<Policy> governing() {
        return promises.governing(priority, category, story.asset());
    }

    private Stream<Run> open() {
        return List.copyOf(runs).stream().filter(Run::isOpen);
    }
}
