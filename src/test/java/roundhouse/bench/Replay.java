package roundhouse.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The statements of one request alone: the same transactions, settings and values over JDBC, every row read, nothing made of it. */
final class Replay implements Load.Worker {

    /** @param number of the ticket that the request made, null where it made none */
    record Request(List<Sent> transactions, String number) {

        int statements() {
            return transactions.stream().mapToInt(transaction -> transaction.statements().size()).sum();
        }
    }

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** So often a statement is executed before PostgreSQL keeps its plan: by the driver's fifth and PostgreSQL's sixth, for each of eight variants. */
    private static final int KEPT = 100;
    private static final Pattern TOKEN = Pattern.compile("\\.[0-9a-f]{32}@");

    private final List<Request> requests;
    private final Connection connection;
    private final Statement settings;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private int next;

    /** @param first which of the requests this connection begins with */
    Replay(List<Request> requests, int first, Map<String, String> database) throws SQLException {
        this.requests = requests;
        this.next = first;
        // Without types of its own the driver leaves it to PostgreSQL what a text means
        connection = DriverManager.getConnection(database.get("roundhouse.database.url") + "?stringtype=unspecified", database.get("roundhouse.database.user"),
                database.get("roundhouse.database.password"));
        connection.setAutoCommit(false);
        settings = connection.createStatement();
    }

    @Override
    public void once() throws SQLException {
        Request request = requests.get(next++ % requests.size());
        Fresh fresh = new Fresh(request.number());
        for (Sent transaction : request.transactions()) {
            run(transaction, fresh);
            connection.commit();
        }
    }

    /** Of how many clients one transaction of these requests opens the partition of one table, at most. */
    int mostPartitions(Connection superuser) throws SQLException {
        int session;
        try (ResultSet row = settings.executeQuery("select pg_backend_pid()")) {
            row.next();
            session = row.getInt(1);
        }
        connection.rollback();
        int most = 0;
        for (int round = 0; round < KEPT; round++) {
            once();
        }
        for (Request request : requests) {
            Fresh fresh = new Fresh(request.number());
            for (Sent transaction : request.transactions()) {
                run(transaction, fresh);
                most = Math.max(most, partitions(superuser, session));
                connection.rollback();
            }
        }
        return most;
    }

    private static int partitions(Connection superuser, int session) throws SQLException {
        try (var statement = superuser.createStatement(); ResultSet row = statement.executeQuery("""
                select coalesce(max(clients), 0) from (
                  select count(distinct n.nspname) as clients from pg_locks l join pg_class c on c.oid = l.relation
                  join pg_namespace n on n.oid = c.relnamespace and n.nspname like 'tenant\\_%' where c.relkind = 'r' and l.pid =""" + session
                + " group by c.relname) each_table")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void run(Sent transaction, Fresh fresh) throws SQLException {
        if (!transaction.settings().isEmpty()) {
            settings.execute(transaction.settings());
        }
        for (Sent.Statement each : transaction.statements()) {
            PreparedStatement statement = prepared.get(each.sql());
            if (statement == null) {
                statement = connection.prepareStatement(each.sql());
                prepared.put(each.sql(), statement);
            }
            for (int place = 0; place < each.values().size(); place++) {
                statement.setString(place + 1, fresh.value(each.values().get(place)));
            }
            if (statement.execute()) {
                read(statement, each.sql().contains("into ticket_number") ? fresh : null);
            }
        }
    }

    private static void read(PreparedStatement statement, Fresh number) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
                if (number != null) {
                    number.made = rows.getString(1);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What must differ each time a ticket is made: its ids, its number, the Message-ID of its letter. */
    private static final class Fresh {
        private final String number;
        private final Map<String, String> ids = new HashMap<>();
        private String made;

        Fresh(String number) {
            this.number = number;
        }

        String value(String logged) {
            if (number == null || logged == null) {
                return logged;
            }
            if (logged.equals(number) && made != null) {
                return made;
            }
            if (ID.matcher(logged).matches()) {
                return ids.computeIfAbsent(logged, id -> inOrder().toString());
            }
            return TOKEN.matcher(logged).replaceAll(found -> "." + inOrder().toString().replace("-", "") + "@");
        }

        /** Version 7, as the application makes them. */
        private static UUID inOrder() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return new UUID(System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000), 0x8000000000000000L | random.nextLong() >>> 2);
        }
    }
}
