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

    /** A promise and from when it stands: another one after each edit of calendar or policy. */
    private record Phase(Instant since, Promise promise) { }

    final int instance;
    private final Grace grace;
    private final List<Phase> phases = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private Instant started;
    private Instant stopped;
    private Clock.State ended;
    private Instant inheritedMiss;

    Run(Promise promise, int instance, Instant started) {
        this(promise, instance, started, null);
    }

    private Run(Promise promise, int instance, Instant started, Grace grace) {
        this.instance = instance;
        this.started = started;
        this.grace = grace;
        phases.add(new Phase(started, promise));
    }

    /** The one that stands at last. */
    Promise promise() {
        return phases.get(phases.size() - 1).promise();
    }

    Kind kind() {
        return promise().kind();
    }

    boolean isOpen() {
        return stopped == null;
    }

    boolean isPaused() {
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

    /** @return whether it counts or is told otherwise from now on; what was missed is not */
    boolean promiseAnew(Instant at, Promise promise) {
        if (!promise.differsFrom(promise()) || isMissedBy(at)) {
            return false;
        }
        phases.add(new Phase(at, promise));
        return true;
    }

    boolean isMissedBy(Instant at) {
        Instant end = isOpen() ? at : stopped;
        return target(phaseAt(end)).isPresent() && tally(end).missed() != null;
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
        }
    }

    /** What is promised in that phase: business seconds from the start. An edit that changes neither target nor hours changes no budget. */
    private Optional<Long> target(int place) {
        Phase phase = phases.get(place);
        if (place > 0 && !phase.promise.countsOtherwiseThan(phases.get(place - 1).promise)) {
            return target(place - 1);
        }
        if (place > 0 && phase.promise.target() instanceof Target.WithinDays days) {
            Calendar calendar = phase.promise.calendar();
            return calendar.closingAfter(started, days.days()).map(closing -> consumedBy(phase.since) + calendar.businessSeconds(phase.since, closing));
        }
        return phase.promise.seconds(started);
    }

    private Optional<Long> budget(int place) {
        if (grace == null) {
            return target(place);
        }
        return target(place).map(promised -> Math.max(promised, consumedBy(grace.changedAt()) + grace.seconds()));
    }

    private long consumedBy(Instant until) {
        return awake(until).stream().mapToLong(this::consumed).sum();
    }

    private long consumed(Stretch stretch) {
        return phases.get(stretch.phase()).promise.calendar().businessSeconds(stretch.from(), stretch.to());
    }

    private int phaseAt(Instant instant) {
        int place = phases.size() - 1;
        while (place > 0 && phases.get(place).since.isAfter(instant)) {
            place--;
        }
        return place;
    }

    /** The stretches until the instant, cut where something was edited. */
    private List<Stretch> awake(Instant until) {
        if (phases.size() == 1) {
            return stretches(until).stream().map(span -> new Stretch(span.from(), span.to(), 0)).toList();
        }
        List<Stretch> awake = new ArrayList<>();
        for (Span span : stretches(until)) {
            Instant from = span.from();
            for (int place = phaseAt(from); place + 1 < phases.size() && phases.get(place + 1).since.isBefore(span.to()); place++) {
                awake.add(new Stretch(from, phases.get(place + 1).since, place));
                from = phases.get(place + 1).since;
            }
            awake.add(new Stretch(from, span.to(), phaseAt(from)));
        }
        return awake;
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
        long consumed = 0;
        Instant missed = inheritedMiss;
        int phase = -1;
        Long budget = null;
        for (Stretch stretch : awake(until)) {
            if (stretch.phase() != phase) {
                phase = stretch.phase();
                budget = budget(phase).orElse(null);
            }
            if (missed == null && budget != null) {
                missed = phases.get(phase).promise.calendar().addBusiness(stretch.from(), budget - consumed).filter(due -> due.isBefore(stretch.to())).orElse(null);
            }
            consumed += consumed(stretch);
        }
        return new Tally(consumed, missed);
    }

    Clock read(Instant now) {
        Instant end = isOpen() ? now : stopped;
        int phase = phaseAt(end);
        Promise promise = phases.get(phase).promise;
        Tally tally = tally(end);
        Optional<Long> budget = budget(phase);
        Long remaining = budget.map(seconds -> seconds - tally.consumed).orElse(null);
        boolean promised = budget.isPresent();
        boolean missed = promised && tally.missed != null;
        Instant due = missed ? tally.missed
                : !promised || isPaused() ? null : promise.calendar().addBusiness(end, remaining).orElse(null);
        Clock.State state = state(promised, missed);
        Clock.Verdict verdict = missed ? Clock.Verdict.MISSED : state == Clock.State.MET ? Clock.Verdict.MET : null;
        Policy policy = promise.policy();
        Clock.PolicyName name = new Clock.PolicyName(policy == null ? null : policy.name(), policy == null ? null : policy.version(), promise.because());
        Clock clock = new Clock(kind(), instance, promise.priority(), promised, name, promise.calendar().name(), target(phase).orElse(null),
                budget.orElse(null), tally.consumed, remaining, state, verdict, started, stopped, due, segments(end), "", nearings(promise, budget, tally, due, now));
        return clock.saying(Explanation.of(clock, promise.calendar(), now));
    }

    /** One that would have come before the clock began, as of a promise shorter than the time before, never comes. */
    private List<Nearing> nearings(Promise promise, Optional<Long> budget, Tally tally, Instant due, Instant now) {
        if (!isOpen() || budget.isEmpty() || tally.missed != null || promise.policy() == null) {
            return List.of();
        }
        return promise.policy().warnings().stream()
                .flatMap(warning -> nearing(warning, promise.calendar(), budget.get(), tally.consumed, due, now).stream()).toList();
    }

    private Optional<Nearing> nearing(Warning warning, Calendar calendar, long budget, long consumed, Instant due, Instant now) {
        if (warning instanceof Warning.Before before) {
            return Optional.ofNullable(due).map(instant -> instant.minus(before.elapsed())).filter(started::isBefore).map(at -> new Nearing(warning, at));
        }
        long share = (budget * ((Warning.Share) warning).percent() + 99) / 100;
        if (consumed >= share) {
            return Optional.of(new Nearing(warning, now));
        }
        return due == null ? Optional.empty() : calendar.addBusiness(now, share - consumed).map(at -> new Nearing(warning, at));
    }

    private List<Segment> segments(Instant end) {
        Segments segments = new Segments();
        awake(end).forEach(stretch -> segments.addAwake(phases.get(stretch.phase()).promise.calendar(), new Span(stretch.from(), stretch.to())));
        pauses.forEach(pause -> segments.addPause(pause, end));
        return segments.united();
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
