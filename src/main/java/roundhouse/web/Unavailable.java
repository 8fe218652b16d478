package roundhouse.web;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a lost, full or shutting-down database from a bug. */
final class Unavailable {

    static final String TITLE = "Back in a moment";
    static final String DETAIL = "The database cannot be reached right now. Nothing was lost; please try again.";
    /** Seconds. */
    static final String RETRY_AFTER = "5";

    /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Unavailable() {
    }

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null ? sql.getMessage().contains("Acquisition timeout") : CLASSES.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
