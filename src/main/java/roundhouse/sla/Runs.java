package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The clocks of one ticket while its story is told. */
final class Runs {
    private final List<Run> runs = new ArrayList<>();

    Run start(Promise promise, Instant at) {
        int instances = runs.stream().filter(run -> run.kind() == promise.kind()).mapToInt(run -> run.instance).max().orElse(0);
        Run run = new Run(promise, instances + 1, at);
        runs.add(run);
        return run;
    }

    Run supersede(Run run, Promise promise, Instant at, boolean rises) {
        Run successor = run.supersede(at, promise, rises);
        runs.add(successor);
        return successor;
    }

    void stop(Kind kind, Instant at) {
        open(kind).forEach(run -> run.stop(at, null));
    }

    boolean isOpen(Kind kind) {
        return open(kind).findAny().isPresent();
    }

    Stream<Run> open(Kind kind) {
        return open().filter(run -> run.kind() == kind);
    }

    /** Those that are open now, whatever is done to them while they are looked through. */
    Stream<Run> open() {
        return List.copyOf(runs).stream().filter(Run::isOpen);
    }

    Run last(Kind kind) {
        return runs.stream().filter(run -> run.kind() == kind).reduce((earlier, later) -> later).orElseThrow();
    }

    List<Clock> read(Instant now) {
        return runs.stream().sorted(Comparator.comparing(Run::kind).thenComparing(run -> run.instance)).map(run -> run.read(now)).toList();
    }
}
