package roundhouse.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import roundhouse.start.PartsForBenchmark;

/** Loads clients and tickets, starts the packaged service, and tells what its pages cost: {@code ./mvnw -Pbench verify}. */
public final class Benchmark {

    private static final Path FOLDER = Path.of("target", "benchmark");
    private static final List<Integer> CONNECTIONS = List.of(1, 8);
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    /** What one page shares with the next is compiled anew once the JVM has seen both, and what is called once a request is compiled after thousands of them. */
    private static final int MOST_WARM_UP_ROUNDS = 6;
    /** Of one processor, in a round after which the service counts as warm. */
    private static final double STILL_COMPILING = 0.1;
    private static final int TURNS = 4;

    private final PartsForBenchmark parts;
    private final Staff staff;
    private final int port;
    private final int management = PartsForBenchmark.freePort();
    private final Duration time;
    private final List<String> options;
    /** The database as it was at the first size, and what was seen then. */
    private PartsForBenchmark.Copy beginning;
    private StageResult first;
    /** What the JVM has read of the classes at the first start, as docs/operations.md tells operators to keep it. */
    private final Path classes = FOLDER.toAbsolutePath().resolve("classes.jsa");

    private Benchmark(PartsForBenchmark parts, int port, Duration time, List<String> options) {
        this.parts = parts;
        this.staff = new Staff(parts.settings());
        this.port = port;
        this.time = time;
        this.options = options;
    }

    /** @param arguments seconds of each measurement, stages as in {@code 30x20000}, then options of the service's JVM */
    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(FOLDER);
        int port = PartsForBenchmark.freePort();
        say("Measuring the engine alone");
        String engine = EngineAlone.words();
        say("Starting PostgreSQL and Keycloak");
        List<StageResult> results = new ArrayList<>();
        try (PartsForBenchmark parts = new PartsForBenchmark(FOLDER.resolve("parts"), "http://localhost:" + port)) {
            Benchmark benchmark = new Benchmark(parts, port, Duration.ofSeconds(Integer.parseInt(arguments[0])), options(arguments));
            Loading loading = benchmark.begin();
            for (String words : arguments[1].split(",")) {
                String[] numbers = words.split("x");
                results.add(benchmark.stage(loading, new Stage(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]))));
                new Report(engine, results).write();
            }
        }
        Report report = new Report(engine, results);
        report.broken().forEach(System.err::println);
        System.exit(report.broken().isEmpty() ? 0 : 1);
    }

    private static List<String> options(String[] arguments) {
        return Arrays.stream(arguments).skip(2).flatMap(words -> Arrays.stream(words.split(" "))).filter(word -> !word.isEmpty()).toList();
    }

    /** The service makes its own tables at its first start. */
    private Loading begin() throws Exception {
        say("Letting the service make its tables");
        start("-XX:ArchiveClassesAtExit=" + classes).close();
        Loading loading = new Loading(parts);
        loading.begin(new Lives(Instant.now()), Map.of("tess", staff.account("tess"), "theo", staff.account("theo"), "amy", staff.account("amy")));
        return loading;
    }

    private StageResult stage(Loading loading, Stage stage) throws Exception {
        say("Loading " + stage.words());
        loading.reach(stage);
        for (int place = Loading.FIRST_SUBMITTING; place <= Loading.WITHOUT_CLOCKS; place++) {
            loading.token("user2." + Loading.slug(place), Pages.token(place));
        }
        loading.token("amy", Recomputation.TOKEN);
        loading.token(Loading.TECHNICIAN, Loading.TECHNICIAN_TOKEN);
        if (first == null) {
            beginning = parts.copy("beginning");
        }
        say("Starting the service");
        double ready = medianOfThreeStarts();
        try (Packaged service = start("-XX:SharedArchiveFile=" + classes); Connection superuser = parts.asSuperuser()) {
            long memory = ProcessorTime.memory(service.pid());
            Pages asked = new Pages(staff, port, superuser);
            List<Supplier<Page>> pages = asked.all();
            say("Ready after " + ready + " s; warming up");
            warm(pages, service);
            List<Measured> rows = new ArrayList<>();
            Map<String, StatementLog.Heard> heard = new LinkedHashMap<>();
            Map<String, Integer> partitions = new LinkedHashMap<>();
            for (Supplier<Page> supplied : pages) {
                Page page = supplied.get();
                StatementLog.Heard sent = new StatementLog(parts).hear(page, port);
                heard.put(page.name(), sent);
                try (Replay replay = new Replay(sent.warm(), 0, parts.settings())) {
                    partitions.put(page.name(), replay.mostPartitions(superuser));
                }
                for (int connections : CONNECTIONS) {
                    rows.add(measure(page, sent, connections, service, superuser));
                }
            }
            List<Growth> growth = first == null ? List.of() : growth(asked, service, heard);
            say("Submitting and replying with clocks and without");
            List<ClocksCost> clocks = ClocksCost.of(asked, port, service.pid(), postmaster(superuser), superuser, time.dividedBy(2));
            say("Recomputing the largest client");
            Recomputation recomputation = Recomputation.of(port, superuser);
            say("Breaking promises");
            Surge surge = Surge.of(superuser, service.pid(), postmaster(superuser));
            StageResult result = new StageResult(stage, rows, clocks, recomputation, surge, heard, partitions, growth, ready, memory,
                    ProcessorTime.memory(service.pid()));
            first = first == null ? result : first;
            return result;
        }
    }

    /** Seconds. A single start tells more of the hour than of the service. */
    private double medianOfThreeStarts() throws Exception {
        double[] ready = new double[3];
        for (int start = 0; start < ready.length; start++) {
            try (Packaged service = start("-XX:SharedArchiveFile=" + classes)) {
                ready[start] = service.readyAfterSeconds;
            }
        }
        Arrays.sort(ready);
        return ready[1];
    }

    /** Asks a second service, on the database as it was at the first size, in turns with this one. Who signed in here is signed in there: the hosts are the same. */
    private List<Growth> growth(Pages pages, Packaged service, Map<String, StatementLog.Heard> heard) throws Exception {
        say("Starting a second service at the first size; warming up");
        int other = PartsForBenchmark.freePort();
        Path folder = Files.createDirectories(FOLDER.resolve("beginning")).toAbsolutePath();
        List<Growth> growth = new ArrayList<>();
        try (Packaged small = new Packaged(folder, other, PartsForBenchmark.freePort(), "http://localhost:" + port, beginning.settings(), options("-XX:SharedArchiveFile=" + classes));
             Connection superuser = beginning.asSuperuser()) {
            List<Supplier<Page>> before = new Pages(staff, port, superuser).all();
            List<Supplier<Page>> now = pages.all();
            warm(before, small);
            for (int place = 0; place < now.size(); place++) {
                for (int connections : CONNECTIONS) {
                    Page page = now.get(place).get();
                    say(page.name() + " at both sizes, " + connections + " connections");
                    growth.add(Growth.of(new Growth.Size(other, before.get(place).get(), first.heard().get(page.name()).warm(), beginning.settings()),
                            new Growth.Size(service.port, page, heard.get(page.name()).warm(), parts.settings()), connections, time.dividedBy(3)));
                }
            }
        }
        return growth;
    }

    /** Round after round of all pages, until the JVM's compilers have little left to do. */
    private void warm(List<Supplier<Page>> pages, Packaged service) throws Exception {
        double share = 1;
        for (int round = 1; round <= MOST_WARM_UP_ROUNDS && share > STILL_COMPILING; round++) {
            long begun = System.nanoTime();
            long before = ProcessorTime.compiling(service.pid());
            for (Supplier<Page> page : pages) {
                Page warmed = page.get();
                Load.of(8, WARM_UP, connection -> warmed.asking(service.port, connection));
            }
            share = (ProcessorTime.compiling(service.pid()) - before) * 1e6 / (System.nanoTime() - begun);
            say(String.format("Round %d: the compilers took %.0f %% of a processor", round, share * 100));
        }
        service.rest();
    }

    private Packaged start(String sharing) throws Exception {
        return new Packaged(FOLDER.toAbsolutePath(), port, management, "http://localhost:" + port, parts.settings(), options(sharing));
    }

    private List<String> options(String sharing) {
        return Stream.concat(options.stream(), Stream.of(sharing)).toList();
    }

    /** In turns with its statements alone: a shared machine changes its speed between two times, and the ratio is to be seen within one. */
    private Measured measure(Page page, StatementLog.Heard sent, int connections, Packaged service, Connection superuser) throws Exception {
        say(page.name() + ", " + connections + " connections");
        long postgres = postmaster(superuser);
        Duration turn = time.dividedBy(TURNS);
        List<Load> loads = new ArrayList<>();
        List<Load> alone = new ArrayList<>();
        long own = 0;
        long database = 0;
        long databaseAlone = 0;
        try (Crew asking = new Crew(connections, number -> page.asking(port, number));
             Crew replaying = new Crew(connections, number -> new Replay(sent.warm(), number, parts.settings()))) {
            asking.work(turn);
            replaying.work(turn);
            for (int number = 0; number < TURNS; number++) {
                long serviceBefore = ProcessorTime.of(service.pid());
                long before = ProcessorTime.withChildren(postgres);
                loads.add(asking.work(turn));
                long between = ProcessorTime.withChildren(postgres);
                own += ProcessorTime.of(service.pid()) - serviceBefore;
                alone.add(replaying.work(turn));
                database += between - before;
                databaseAlone += ProcessorTime.withChildren(postgres) - between;
            }
        }
        return Measured.of(page, connections, Load.together(loads), own, database, Load.together(alone), databaseAlone);
    }

    private static long postmaster(Connection superuser) throws Exception {
        try (var statement = superuser.createStatement(); var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessorTime.parent(row.getLong(1));
        }
    }

    private static void say(String what) {
        System.out.println(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + " " + what);
    }
}
