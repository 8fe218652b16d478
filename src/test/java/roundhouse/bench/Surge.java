package roundhouse.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A major load: many promises are broken in one second, and the service writes them.
 *
 * @param open     clocks that run
 * @param breaches that were written
 * @param first    as seconds, of the first such load of this service
 * @param seconds  from the second in which they were due until the last was written
 * @param service  seconds of processor time until then
 * @param database likewise
 */
record Surge(long open, long tickets, long breaches, double first, double seconds, double service, double database) {

    private static final int DUE = 10_000;
    private static final double PATIENCE_SECONDS = 120;
    /** Whole weeks by the wall clock of the clients, so that hours and due instants fall where they fell. */
    private static final String EARLIER = " = (%1$s at time zone 'Europe/Berlin' - interval '28 days') at time zone 'Europe/Berlin'";

    /** Twice: much of the first time is the JVM's, which has never done this before. */
    static Surge of(Connection superuser, long service, long postgres) throws SQLException, InterruptedException, IOException {
        Surge first = once(superuser, service, postgres);
        Surge second = once(superuser, service, postgres);
        return new Surge(second.open, second.tickets, second.breaches, first.seconds, second.seconds, second.service, second.database);
    }

    /** Tells the stories of open tickets as if they had begun four weeks earlier, and lets all their timers ring at once. */
    private static Surge once(Connection superuser, long service, long postgres) throws SQLException, InterruptedException, IOException {
        long open = number(superuser, "select count(*) from clock where state = 'running'");
        execute(superuser, "create table surge as select tenant_id, id from (select t.tenant_id, t.id, sum(count(*)) over (order by md5(t.id::text)) as due"
                + " from ticket t join clock c on c.tenant_id = t.tenant_id and c.ticket_id = t.id"
                + " where t.status in ('NEW', 'OPEN') and c.state = 'running' and c.promised and c.verdict is null group by t.tenant_id, t.id) open where due <= " + DUE);
        execute(superuser, "update ticket t set " + earlier("created_at") + " from surge s where t.tenant_id = s.tenant_id and t.id = s.id");
        execute(superuser, "update happening h set " + earlier("at", "until") + " from surge s where h.tenant_id = s.tenant_id and h.ticket_id = s.id");
        execute(superuser, "update clock c set " + earlier("started_at", "due_at") + " from surge s"
                + " where c.tenant_id = s.tenant_id and c.ticket_id = s.id and c.verdict is null");
        execute(superuser, "vacuum analyze timer");
        long before = number(superuser, "select count(*) from entry where kind = 'BREACH'");
        execute(superuser, "insert into timer (tenant_id, ticket_id, due_at) select tenant_id, id, '2001-01-01' from surge"
                + " on conflict (tenant_id, ticket_id) do update set due_at = excluded.due_at, claimed_until = '-infinity'");
        long serviceBefore = ProcessorTime.of(service);
        long databaseBefore = ProcessorTime.withChildren(postgres);
        long begun = System.nanoTime();
        double seconds;
        do {
            Thread.sleep(50);
            seconds = (System.nanoTime() - begun) / 1e9;
        } while (number(superuser, "select count(*) from (select from timer where due_at = '2001-01-01' limit 1) left_over") > 0 && seconds < PATIENCE_SECONDS);
        double own = (ProcessorTime.of(service) - serviceBefore) / 1e3;
        double database = (ProcessorTime.withChildren(postgres) - databaseBefore) / 1e3;
        long breaches = number(superuser, "select count(*) from entry where kind = 'BREACH'") - before;
        long tickets = number(superuser, "select count(*) from surge");
        execute(superuser, "drop table surge");
        return new Surge(open, tickets, breaches, seconds, seconds, own, database);
    }

    String words() {
        return String.format(Locale.ENGLISH, "promises broken in one second: %,d in %,d tickets, of %,d running clocks, written in %.1f s (%.1f s the first time), with %.1f s of processor time of the service and %.1f s of the database",
                breaches, tickets, open, seconds, first, service, database);
    }

    private static String earlier(String... columns) {
        return Stream.of(columns).map(column -> column + EARLIER.formatted(column)).collect(Collectors.joining(", "));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
