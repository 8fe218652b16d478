package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A clock while its story is told: from when, with which pauses, until when. All that is counted is counted anew from
 * these, so nothing that is written here ever needs to be corrected by a difference.
 */
final class Run {

    /** @param to null while it lasts */
    record Pause(Instant from, Instant to, String reason) {
        Pause until(Instant end) {
            return new Pause(from, end, reason);
        }
    }

    /** Up to which instant the budget must at least reach, and how much further. */
    record Grace(Instant changedAt, long seconds) { }

    /** @param missed the due instant that was missed, or null */
    record Tally(long consumed, Instant missed) { }

    final Promise promise;
    final int instance;
    private final Grace grace;
    private final List<Pause> pauses = new ArrayList<>();
    private Instant started;
    private Optional<Long> target;
    private Instant stopped;
    private Clock.State ended;
    private Instant inheritedMiss;

    Run(Promise promise, int instance, Instant started) {
        this(promise, instance, started, null);
    }

    private Run(Promise promise, int instance, Instant started, Grace grace) {
        this.promise = promise;
        this.instance = instance;
        this.started = started;
        this.grace = grace;
        this.target = promise.seconds(started);
    }

    Kind kind() {
        return promise.kind();
    }

    boolean isOpen() {
        return stopped == null;
    }

    private boolean isPaused() {
        return isOpen() && !pauses.isEmpty() && pauses.get(pauses.size() - 1).to() == null;
    }

    void pause(Instant at, String reason) {
        Pause last = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        boolean goesOn = last != null && at.equals(last.to()) && reason.equals(last.reason());
        if (goesOn) {
            pauses.set(pauses.size() - 1, last.until(null));
        } else {
            pauses.add(new Pause(at, null, reason));
        }
    }

    void resume(Instant at) {
        if (isPaused()) {
            pauses.set(pauses.size() - 1, pauses.get(pauses.size() - 1).until(at));
        }
    }

    /** @param as null: as the verdict says */
    void stop(Instant at, Clock.State as) {
        resume(at);
        stopped = at;
        ended = as;
    }

    void reopen(Instant at) {
        pauses.add(new Pause(stopped, at, "resolved"));
        stopped = null;
        ended = null;
    }

    Run supersede(Instant at, Promise successor, boolean rises) {
        Instant missed = tally(at).missed();
        stop(at, Clock.State.SUPERSEDED);
        Grace given = rises && successor.policy() != null ? new Grace(at, successor.policy().grace().toSeconds()) : null;
        Run run = new Run(successor, instance, started, given);
        run.pauses.addAll(pauses);
        run.inheritedMiss = missed;
        return run;
    }

    /** What was missed before stays missed at the instant that it was. */
    void startBy(Instant earlier, Instant now) {
        inheritedMiss = tally(now).missed();
        if (earlier.isBefore(started)) {
            started = earlier;
            target = promise.seconds(started);
        }
    }

    private Optional<Long> budget() {
        if (grace == null) {
            return target;
        }
        return target.map(promised -> Math.max(promised, consumedBy(grace.changedAt()) + grace.seconds()));
    }

    private long consumedBy(Instant until) {
        return stretches(until).stream().mapToLong(stretch -> promise.calendar().businessSeconds(stretch.from(), stretch.to())).sum();
    }

    /** The times until the instant in which it was not paused. */
    private List<Span> stretches(Instant until) {
        List<Span> stretches = new ArrayList<>();
        Instant from = started;
        for (Pause pause : pauses) {
            if (pause.from().isAfter(until)) {
                break;
            }
            stretches.add(new Span(from, pause.from()));
            if (pause.to() == null) {
                return stretches;
            }
            from = pause.to();
        }
        if (!from.isAfter(until)) {
            stretches.add(new Span(from, until));
        }
        return stretches;
    }

    /** Missed is whose due instant, reckoned anew wherever it resumes, lies before the stretch is over. */
    private Tally tally(Instant until) {
        long budget = budget().orElse(Long.MAX_VALUE);
        long consumed = 0;
        Instant missed = inheritedMiss;
        for (Span stretch : stretches(until)) {
            if (missed == null && budget != Long.MAX_VALUE) {
                missed = promise.calendar().addBusiness(stretch.from(), budget - consumed).filter(due -> due.isBefore(stretch.to())).orElse(null);
            }
            consumed += promise.calendar().businessSeconds(stretch.from(), stretch.to());
        }
        return new Tally(consumed, missed);
    }

    Clock read(Instant now) {
        Instant end = isOpen() ? now : stopped;
        Tally tally = tally(end);
        Optional<Long> budget = budget();
        Long remaining = budget.map(seconds -> seconds - tally.consumed).orElse(null);
        boolean promised = budget.isPresent();
        boolean missed = promised && tally.missed != null;
        Instant due = missed ? tally.missed
                : !promised || isPaused() ? null : promise.calendar().addBusiness(end, remaining).orElse(null);
        Clock.State state = state(promised, missed);
        Clock.Verdict verdict = missed ? Clock.Verdict.MISSED : state == Clock.State.MET ? Clock.Verdict.MET : null;
        Policy policy = promise.policy();
        Clock.PolicyName name = new Clock.PolicyName(policy == null ? null : policy.name(), policy == null ? null : policy.version(), promise.because());
        Clock clock = new Clock(kind(), instance, promise.priority(), promised, name, promise.calendar().name(), target.orElse(null),
                budget.orElse(null), tally.consumed, remaining, state, verdict, started, stopped, due,
                Segments.of(promise.calendar(), stretches(end), pauses, end), "");
        return clock.saying(Explanation.of(clock, promise.calendar(), now));
    }

    private Clock.State state(boolean promised, boolean missed) {
        if (isOpen()) {
            return isPaused() ? Clock.State.PAUSED : Clock.State.RUNNING;
        }
        if (ended != null) {
            return ended;
        }
        if (!promised) {
            return Clock.State.STOPPED;
        }
        return missed ? Clock.State.MISSED : Clock.State.MET;
    }
}
