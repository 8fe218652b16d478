package roundhouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import roundhouse.sla.Clock;
import roundhouse.sla.Engine;
import roundhouse.sla.Promises;
import roundhouse.sla.SlaFile;
import roundhouse.sla.Story;
import roundhouse.sla.Terms;

/** The engine without tickets, database or service, on one thread: a thousand lives as they are loaded, told one after the other. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineAlone {

    private static final int STORIES = 1_000;

    private final List<Story> stories = new ArrayList<>();
    private Instant now;
    private Promises promises;
    private int next;

    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Told {
        public long clocks;
    }

    @Setup
    public void read() throws IOException {
        now = Instant.now();
        promises = new Promises("The client", Terms.SILENT,
                SlaFile.read("provider-sla.yaml", Files.readString(Path.of("tenants", "provider-sla.yaml")), Set.of(), LocalDate.now()).terms());
        Random chance = new Random(42);
        for (int number = 0; number < STORIES; number++) {
            Life life = Life.finished(chance, now);
            stories.add(new Story(life.priority, life.category, null, life.createdAt, life.events));
        }
    }

    @Benchmark
    public List<Clock> tell(Told told) {
        next = (next + 1) % STORIES;
        List<Clock> clocks = Engine.clocks(promises, stories.get(next), now);
        told.clocks += clocks.size();
        return clocks;
    }

    /** Runs it in a JVM of its own. */
    static String words() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(EngineAlone.class.getName()).build()).run();
        RunResult result = results.iterator().next();
        Result<?> clocks = result.getSecondaryResults().get("clocks");
        return String.format(Locale.ENGLISH, "engine alone (JMH): %,.0f ± %,.0f clocks per second in %,.0f stories per second, on one thread", clocks.getScore(),
                clocks.getScoreError(), result.getPrimaryResult().getScore());
    }
}
