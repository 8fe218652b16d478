package roundhouse.reports;

/** A share as people read it: whole, and 100 only where nothing is missing. */
final class Percent {

    private static final int GOOD = 95;
    private static final int FAIR = 85;

    private Percent() {
    }

    /** 0 to 100, null for nothing to measure. */
    static Integer of(long met, long missed) {
        long n = met + missed;
        if (n == 0) {
            return null;
        }
        int rounded = (int) Math.round(100.0 * met / n);
        return missed > 0 ? Math.min(99, rounded) : rounded;
    }

    /** {@code 96 %}, {@code -} */
    static String words(Integer percent) {
        return percent == null ? "-" : percent + " %";
    }

    /** {@code ok}, {@code warn}, {@code over}, or nothing. */
    static String tone(Integer percent) {
        if (percent == null) {
            return "";
        }
        return percent >= GOOD ? "ok" : percent >= FAIR ? "warn" : "over";
    }
}
