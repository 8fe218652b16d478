package roundhouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a page takes at one size beside what it takes at the first. Two services on two databases of one server are asked in turns: between the measurements
 * of the two sizes lies half an hour, in which a shared machine changes its speed by more than what is to be seen.
 *
 * @param times how many times the median of the first size
 * @param alone likewise, of the page's statements alone
 */
record Growth(String page, int connections, double times, double alone) {

    private static final int ROUNDS = 4;

    /** One size: where to ask, and what the page sends to which database. */
    record Size(int port, Page page, List<Replay.Request> statements, Map<String, String> database) {

        private Crew asking(int connections) throws Exception {
            return new Crew(connections, number -> page.asking(port, number));
        }

        private Crew replaying(int connections) throws Exception {
            return new Crew(connections, number -> new Replay(statements, number, database));
        }
    }

    private interface Hiring {
        Crew of(Size size, int connections) throws Exception;
    }

    static Growth of(Size first, Size now, int connections, Duration time) throws Exception {
        return new Growth(now.page.name(), connections, times(first, now, connections, time, Size::asking), times(first, now, connections, time, Size::replaying));
    }

    private static double times(Size first, Size now, int connections, Duration time, Hiring hiring) throws Exception {
        List<Load> before = new ArrayList<>();
        List<Load> after = new ArrayList<>();
        try (Crew one = hiring.of(first, connections); Crew other = hiring.of(now, connections)) {
            one.work(time);
            other.work(time);
            for (int round = 0; round < ROUNDS; round++) {
                before.add(one.work(time));
                after.add(other.work(time));
            }
        }
        return Load.together(after).percentile(0.5) / Load.together(before).percentile(0.5);
    }

    /** The cells of a table's row. */
    String cells() {
        return String.format(Locale.ENGLISH, " %.2f | %.2f |", times, alone);
    }
}
