package roundhouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import com.fasterxml.jackson.databind.ObjectMapper;
import roundhouse.sla.Clock;
import roundhouse.sla.Engine;
import roundhouse.sla.Event;
import roundhouse.sla.EventRow;
import roundhouse.sla.Promises;
import roundhouse.sla.SlaFile;
import roundhouse.sla.Story;
import roundhouse.sla.Terms;

/** Some thousand lives whose clocks the engine itself has told, under the provider's terms that every client of the benchmark has. */
final class Lives {

    static final int FINISHED = 6_000;
    static final int ALL = 7_500;

    private final SlaFile sla;
    private final Instant now;

    Lives(Instant now) throws IOException {
        this.now = now;
        this.sla = SlaFile.read("provider-sla.yaml", Files.readString(Path.of("tenants", "provider-sla.yaml")), Set.of(), LocalDate.now());
    }

    void write(Connection superuser) throws SQLException, IOException {
        superuser.setAutoCommit(false);
        documents(superuser, "calendar", sla.calendars());
        documents(superuser, "policy", sla.policies());
        Promises promises = new Promises("The client", Terms.SILENT, sla.terms());
        Random chance = new Random(42);
        try (var life = superuser.prepareStatement("insert into bench.life values (" + "?,".repeat(24) + "?)");
             var entry = superuser.prepareStatement("insert into bench.life_entry values (?,?,?,?,?,?,?)");
             var happening = superuser.prepareStatement("insert into bench.life_happening values (?,?,?,?,?,?)");
             var clock = superuser.prepareStatement("insert into bench.life_clock values (" + "?,".repeat(14) + "?)")) {
            for (int number = 0; number < ALL; number++) {
                Life told = number < FINISHED ? Life.finished(chance, now) : unfinished(chance);
                List<Clock> clocks = Engine.clocks(promises, new Story(told.priority, told.category, null, told.createdAt, told.events), now);
                life(life, number, told, clocks);
                entries(entry, number, told, clocks);
                happenings(happening, number, told.events);
                clocks(clock, number, clocks);
            }
            for (PreparedStatement statement : List.of(life, entry, happening, clock)) {
                statement.executeBatch();
            }
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        try (var statement = superuser.createStatement()) {
            statement.execute("analyze bench.life, bench.life_entry, bench.life_happening, bench.life_clock");
        }
    }

    /** Nothing of it may lie in the future. */
    private Life unfinished(Random chance) {
        return Stream.generate(() -> Life.unfinished(chance, now)).filter(life -> life.updatedAt.isBefore(now)).findFirst().orElseThrow();
    }

    private static void documents(Connection superuser, String kind, Map<String, Object> sections) throws SQLException, IOException {
        try (var insert = superuser.prepareStatement("insert into bench.document values (?, ?, ?)")) {
            for (Map.Entry<String, Object> section : sections.entrySet()) {
                add(insert, kind, section.getKey(), new ObjectMapper().writeValueAsString(section.getValue()));
            }
            insert.executeBatch();
        }
    }

    private void life(PreparedStatement insert, int number, Life life, List<Clock> clocks) throws SQLException {
        Clock next = clocks.stream().filter(clock -> clock.state() == Clock.State.RUNNING && clock.dueAt() != null)
                .min(Comparator.comparing(Clock::dueAt)).orElse(null);
        Instant attention = Stream.concat(Stream.ofNullable(life.holdUntil), clocks.stream()
                        .filter(clock -> clock.isOpen() && clock.verdict() == null && clock.dueAt() != null).map(clock -> clock.dueAt().plusSeconds(1)))
                .min(Comparator.naturalOrder()).orElse(null);
        boolean resolved = life.resolvedAt != null;
        add(insert, number, life.subject, life.status, life.priority.name(), life.category, life.holdUntil == null ? null : life.answer(),
                life.holdUntil == null ? null : "CLIENT", life.holdUntil, life.answeredLast, resolved ? life.answer() : null, resolved ? "FIXED" : null,
                life.resolvedAt, life.reopenUntil(), next == null ? null : next.dueAt(), next == null ? null : next.kind().word(),
                next == null ? null : next.calendar(), next == null ? null : next.budgetSeconds().intValue(),
                next == null ? null : (int) next.consumedSeconds(), attention, next == null ? null : now, life.createdAt, life.updatedAt,
                !life.status.equals("NEW"), life.lastWords.length() <= 240 ? life.lastWords : life.lastWords.substring(0, 240), life.lastBy);
    }

    private static void entries(PreparedStatement insert, int number, Life life, List<Clock> clocks) throws SQLException {
        for (Life.Line line : life.lines) {
            add(insert, number, line.at(), line.kind(), line.visibleToClient(), line.who(), line.body(), line.detail());
        }
        for (Clock missed : clocks.stream().filter(clock -> clock.verdict() == Clock.Verdict.MISSED).toList()) {
            add(insert, number, missed.dueAt(), "BREACH", false, "system", null, missed.kind().title() + " missed");
        }
    }

    private static void happenings(PreparedStatement insert, int number, List<Event> events) throws SQLException {
        for (int place = 0; place < events.size(); place++) {
            EventRow row = events.get(place).row();
            add(insert, number, place, row.at(), row.type(), row.reason(), row.until());
        }
    }

    private static void clocks(PreparedStatement insert, int number, List<Clock> clocks) throws SQLException {
        for (int place = 0; place < clocks.size(); place++) {
            Clock clock = clocks.get(place);
            boolean inTime = clock.stoppedAt() != null && (clock.dueAt() == null || clock.stoppedAt().isBefore(clock.dueAt()));
            add(insert, number, place, clock.kind().word(), clock.instance(), clock.priority().name(), clock.promised(), clock.state().word(),
                    clock.verdict() == null ? null : clock.verdict().word(), clock.targetSeconds(), clock.budgetSeconds(), clock.consumedSeconds(),
                    clock.startedAt(), clock.stoppedAt(), clock.dueAt(), clock.verdict() == null ? null : inTime ? clock.stoppedAt() : clock.dueAt());
        }
    }

    private static void add(PreparedStatement insert, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            insert.setObject(place + 1, values[place] instanceof Instant instant ? Timestamp.from(instant) : values[place]);
        }
        insert.addBatch();
    }
}
