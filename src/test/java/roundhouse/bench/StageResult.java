package roundhouse.bench;

import java.util.List;
import java.util.Map;

/**
 * What one stage showed.
 *
 * @param heard      by the name of the page
 * @param partitions likewise: of how many clients one transaction opens the same table, at most
 * @param growth     from the first stage to this one, empty for the first
 */
record StageResult(Stage stage, List<Measured> rows, List<ClocksCost> clocks, Recomputation recomputation, Surge surge, Map<String, StatementLog.Heard> heard, Map<String, Integer> partitions, List<Growth> growth,
                   double readyAfterSeconds, long memoryAtFirst, long memoryAtLast) {

    int statements(String page) {
        return heard.get(page).warm().stream().mapToInt(Replay.Request::statements).max().orElseThrow();
    }

    long transactions(String page) {
        return heard.get(page).warm().stream().mapToInt(request -> request.transactions().size()).max().orElseThrow();
    }

    Measured row(String page, int connections) {
        return rows.stream().filter(row -> row.page().name().equals(page) && row.connections() == connections).findFirst().orElseThrow();
    }
}
