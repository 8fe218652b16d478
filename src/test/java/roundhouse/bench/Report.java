package roundhouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables, on the console and in docs/benchmark.md, and what of them must never be otherwise. */
final class Report {

    private static final Path FILE = Path.of("docs", "benchmark.md");
    private static final String FROM = "<!-- measured: written by the benchmark -->";
    private static final String TO = "<!-- measured ends -->";

    private final String engine;
    private final List<StageResult> stages;

    /** @param engine what it does alone, in a line */
    Report(String engine, List<StageResult> stages) {
        this.engine = engine;
        this.stages = stages;
    }

    void write() throws IOException {
        String text = text();
        System.out.println(text);
        String page = Files.readString(FILE);
        Files.writeString(FILE, page.substring(0, page.indexOf(FROM) + FROM.length()) + "\n" + text + page.substring(page.indexOf(TO)));
    }

    /** Empty if all is as it must be. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (StageResult result : stages) {
            result.partitions().forEach((page, most) -> {
                if (most > 1) {
                    broken.add(page + " opens " + most + " partitions of one table at " + result.stage().words());
                }
            });
            for (String page : result.heard().keySet()) {
                if (result.statements(page) != stages.get(0).statements(page)) {
                    broken.add(page + " takes " + stages.get(0).statements(page) + " statements at first and " + result.statements(page) + " at "
                            + result.stage().words());
                }
            }
        }
        return broken;
    }

    private String text() throws IOException {
        StringBuilder text = new StringBuilder(String.format("%s, %d cores, JDK %s, PostgreSQL 18, %s\n", processor(), Runtime.getRuntime().availableProcessors(),
                Runtime.version(), LocalDate.now(ZoneOffset.UTC))).append("\n").append(engine).append("\n");
        for (StageResult result : stages) {
            text.append("\n**").append(result.stage().words()).append(String.format(Locale.ENGLISH,
                    "**: ready after %.1f s; %d MB resident then, %d MB after all of this\n\n", result.readyAfterSeconds(), result.memoryAtFirst(), result.memoryAtLast()));
            text.append("| page | connections | requests/s | p50 ms | p99 ms | CPU ms service | CPU ms database | SQL alone: requests/s | p50 ms | CPU ms database | page to SQL |\n");
            text.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
            for (Measured row : result.rows()) {
                text.append(String.format(Locale.ENGLISH, "| %s | %d | %.0f | %.1f | %.1f | %.1f | %.1f | %.0f | %.1f | %.1f | %.2f |\n", row.page().name(),
                        row.connections(), row.load().perSecond(), row.load().percentile(0.5), row.load().percentile(0.99), row.service(), row.database(),
                        row.alone().perSecond(), row.alone().percentile(0.5), row.databaseAlone(), row.ratio()));
            }
            text.append("\nprocessor time of service and database together, at 4 connections: ")
                    .append(String.join("; ", result.clocks().stream().map(ClocksCost::words).toList())).append("\n");
            text.append("\n").append(result.recomputation().words()).append("\n");
            text.append("\n").append(result.surge().words()).append("\n");
        }
        return text.append(statements()).append("\n").toString();
    }

    private String statements() {
        StageResult last = stages.get(stages.size() - 1);
        List<Integer> connections = last.growth().stream().map(Growth::connections).distinct().toList();
        StringBuilder text = new StringBuilder("\n| page | statements | transactions | statements after a pause | partitions of one table |");
        connections.forEach(each -> text.append(String.format(" p50 to that of %d clients, %d connection%s | of SQL alone |", stages.get(0).stage().clients(), each,
                each == 1 ? "" : "s")));
        text.append("\n|---|--:|--:|--:|--:|").append("--:|--:|".repeat(connections.size())).append("\n");
        for (String page : last.heard().keySet()) {
            text.append(String.format(Locale.ENGLISH, "| %s | %s | %d | %d | %d |", page, counts(page),
                    last.transactions(page), last.heard().get(page).statementsCold(), last.partitions().get(page)));
            last.growth().stream().filter(growth -> growth.page().equals(page)).forEach(growth -> text.append(growth.cells()));
            text.append("\n");
        }
        return text.toString();
    }

    private String counts(String page) {
        List<Integer> counts = stages.stream().map(stage -> stage.statements(page)).distinct().toList();
        return counts.size() == 1 ? counts.get(0).toString() : counts.toString();
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name")).findFirst()
                .map(line -> line.replaceFirst(".*:\\s*", "")).orElse("unknown processor");
    }
}
