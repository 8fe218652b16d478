package roundhouse.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.start.PartsForBenchmark;

/** What the service sends for one request, as PostgreSQL itself tells it. */
final class StatementLog {

    private static final Pattern NUMBER = Pattern.compile("\"ref\":\"C\\d+-(\\d+)\"");
    private static final int TRIES = 3;
    /** Enough that one of the tickets has missed a promise and asks why. */
    private static final int VARIANTS = 8;
    private static final int FORGOTTEN_MILLISECONDS = 3_500;
    private static final int WRITTEN_MILLISECONDS = 250;

    private final PartsForBenchmark parts;

    StatementLog(PartsForBenchmark parts) {
        this.parts = parts;
    }

    /** The same request as above some seconds after the last, when what the service remembers for a moment is asked anew. */
    record Heard(List<Replay.Request> warm, int statementsCold) {
    }

    Heard hear(Page page, int port) throws Exception {
        try (Connection superuser = parts.asSuperuser(); Calls calls = new Calls(port)) {
            set(superuser, "log_statement = 'all'");
            Thread.sleep(FORGOTTEN_MILLISECONDS);
            int cold = once(page, calls, 0).statements();
            List<Replay.Request> warm = new ArrayList<>();
            for (int variant = 0; variant < Math.min(VARIANTS, page.requests().size()); variant++) {
                List<Replay.Request> tries = new ArrayList<>();
                page.ask(calls, variant);
                for (int tried = 0; tried < TRIES; tried++) {
                    tries.add(once(page, calls, variant));
                }
                warm.add(tries.stream().min(Comparator.comparing(Replay.Request::statements)).orElseThrow());
            }
            set(superuser, "log_statement = 'none'");
            return new Heard(warm, cold);
        }
    }

    private Replay.Request once(Page page, Calls calls, int variant) throws IOException, InterruptedException {
        try (RandomAccessFile log = new RandomAccessFile(parts.log().toFile(), "r")) {
            long before = log.length();
            page.ask(calls, variant);
            Thread.sleep(WRITTEN_MILLISECONDS);
            byte[] text = new byte[(int) (log.length() - before)];
            log.seek(before);
            log.readFully(text);
            Matcher number = NUMBER.matcher(calls.body());
            boolean made = page.makesTicket();
            if (made && !number.find()) {
                throw new IllegalStateException("No reference in " + calls.body());
            }
            return new Replay.Request(Sent.of(new String(text, StandardCharsets.UTF_8)), made ? number.group(1) : null);
        }
    }

    private static void set(Connection superuser, String setting) throws SQLException, InterruptedException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter system set log_line_prefix = '@%p %u@'");
            statement.execute("alter system set " + setting);
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(WRITTEN_MILLISECONDS);
    }
}
