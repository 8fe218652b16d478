package roundhouse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.sla.Kind;
import roundhouse.sla.Priority;

/** Clocks while they are counted, by kind and priority: as judged and as adjusted. */
final class Tally {

    /** Every priority of these is shown, counted or not: what every client is promised. */
    private static final List<Kind> ALWAYS = List.of(Kind.FIRST_RESPONSE, Kind.RESOLUTION);

    private record Cell(Kind kind, Priority priority) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            return kind == other.kind ? priority.compareTo(other.priority) : kind.compareTo(other.kind);
        }
    }

    private final Map<Cell, Count> judged = new TreeMap<>();
    private final Map<Cell, Count> adjusted = new TreeMap<>();
    private long excluded;

    Tally() {
        for (Kind kind : ALWAYS) {
            for (Priority priority : Priority.values()) {
                judged.put(new Cell(kind, priority), Count.NOTHING);
            }
        }
    }

    /** @param times negative for what was counted too much */
    void add(Kind kind, Priority priority, AdjustedVerdict verdict, AdjustedVerdict becomes, long times) {
        Cell cell = new Cell(kind, priority);
        judged.put(cell, judged.getOrDefault(cell, Count.NOTHING).with(verdict, times));
        adjusted.put(cell, adjusted.getOrDefault(cell, Count.NOTHING).with(becomes, times));
        excluded += becomes == AdjustedVerdict.EXCLUDED ? times : 0;
    }

    /** What was added as judged counts otherwise. */
    void adjust(Kind kind, Priority priority, AdjustedVerdict verdict, AdjustedVerdict becomes, long times) {
        Cell cell = new Cell(kind, priority);
        judged.putIfAbsent(cell, Count.NOTHING);
        adjusted.put(cell, adjusted.getOrDefault(cell, Count.NOTHING).with(verdict, -times).with(becomes, times));
        excluded += becomes == AdjustedVerdict.EXCLUDED ? times : 0;
    }

    List<SlaReport.Row> rows() {
        List<SlaReport.Row> rows = new ArrayList<>();
        judged.forEach((cell, count) -> {
            Count afterwards = adjusted.getOrDefault(cell, Count.NOTHING);
            if (count.n() > 0 || afterwards.n() > 0 || ALWAYS.contains(cell.kind)) {
                rows.add(SlaReport.Row.of(cell.kind, cell.priority, count, afterwards));
            }
        });
        return rows;
    }

    long excluded() {
        return excluded;
    }
}
