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

        private Load asked(int connections, Duration time) throws Exception {
            return Load.of(connections, time, first -> page.asking(port, first));
        }

        private Load alone(int connections, Duration time) throws Exception {
            return Load.of(connections, time, first -> new Replay(statements, first, database));
        }
    }

    private interface Measuring {
        Load of(Size size, int connections, Duration time) throws Exception;
    }

    static Growth of(Size first, Size now, int connections, Duration time) throws Exception {
        return new Growth(now.page.name(), connections, times(first, now, connections, time, Size::asked), times(first, now, connections, time, Size::alone));
    }

    private static double times(Size first, Size now, int connections, Duration time, Measuring measuring) throws Exception {
        List<Load> before = new ArrayList<>();
        List<Load> after = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Load one = measuring.of(first, connections, time);
            Load other = measuring.of(now, connections, time);
            if (round > 0) {
                before.add(one);
                after.add(other);
            }
        }
        return Load.together(after).percentile(0.5) / Load.together(before).percentile(0.5);
    }

    /** The cells of a table's row. */
    String cells() {
        return String.format(Locale.ENGLISH, " %.2f | %.2f |", times, alone);
    }
}
