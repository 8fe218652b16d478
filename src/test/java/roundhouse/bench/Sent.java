package roundhouse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A transaction as the service sent it, read from PostgreSQL's log. @param settings in one round trip, joined by semicolons */
record Sent(String settings, List<Statement> statements) {

    /** @param sql with question marks. @param values as text, null for NULL */
    record Statement(String sql, List<String> values) {
    }

    private static final Pattern LINE = Pattern.compile("(?m)^@(\\d+) roundhouse_app@(LOG|DETAIL): {2}");
    private static final Pattern SAID = Pattern.compile("(?s)^(?:execute [^:]*|statement): (.*)$");
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:(NULL)|'((?:[^']|'')*)')");

    /** What a session of the service logged between BEGIN and COMMIT for requests. */
    static List<Sent> of(String log) {
        List<Sent> all = new ArrayList<>();
        var open = new java.util.LinkedHashMap<String, List<Statement>>();
        Matcher lines = LINE.matcher(log);
        boolean found = lines.find();
        while (found) {
            String session = lines.group(1);
            boolean detail = lines.group(2).equals("DETAIL");
            int from = lines.end();
            found = lines.find();
            String text = log.substring(from, found ? lines.start() : log.length());
            int other = text.indexOf("\n@");
            text = (other < 0 ? text : text.substring(0, other)).replace("\n\t", "\n").stripTrailing();
            List<Statement> statements = open.get(session);
            if (detail && statements != null) {
                Statement last = statements.remove(statements.size() - 1);
                statements.add(new Statement(last.sql(), values(text)));
                continue;
            }
            Matcher said = SAID.matcher(text);
            if (!said.matches()) {
                continue;
            }
            String sql = said.group(1).strip();
            if (sql.equalsIgnoreCase("BEGIN")) {
                open.put(session, new ArrayList<>());
            } else if (sql.equalsIgnoreCase("COMMIT") || sql.equalsIgnoreCase("ROLLBACK")) {
                List<Statement> whole = open.remove(session);
                if (whole != null) {
                    all.add(sent(whole));
                }
            } else if (statements != null) {
                statements.add(new Statement(sql, List.of()));
            }
        }
        return all.stream().filter(Sent::isOfRequest).toList();
    }

    /** Not one of the timers and of the sender of mail, which claim work and do it inside a client in the system's name. */
    private boolean isOfRequest() {
        return !settings.contains("app.side='system'") || settings.contains("app.tenant='0'");
    }

    private static Sent sent(List<Statement> whole) {
        List<String> settings = whole.stream().map(Statement::sql).filter(Sent::isSetting).toList();
        return new Sent(String.join("; ", settings), whole.stream().filter(each -> !isSetting(each.sql()) && !isOfTheDriver(each.sql()))
                .map(each -> new Statement(each.sql().replaceAll("\\$\\d+", "?"), each.values())).toList());
    }

    /** Asked once on each connection for each query: how the columns of its answer are called where they come from. */
    private static boolean isOfTheDriver(String sql) {
        return sql.startsWith("SELECT c.oid, a.attnum, a.attname");
    }

    private static boolean isSetting(String sql) {
        return sql.regionMatches(true, 0, "SET LOCAL", 0, 9);
    }

    private static List<String> values(String detail) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(detail);
        while (value.find()) {
            values.add(value.group(1) != null ? null : value.group(2).replace("''", "'"));
        }
        return values;
    }
}
