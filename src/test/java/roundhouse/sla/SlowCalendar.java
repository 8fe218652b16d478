package roundhouse.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The oracle's calendar: one bit for each second of a range. It asks the zone only which offset an instant has, and
 * finds the edges by looking for the instants at which that wall clock shows.
 */
final class SlowCalendar {
    final Timetable timetable;
    private final ZoneRules rules;
    private final long start;
    private final long end;
    private final BitSet open;
    private final Set<Integer> offsets = new TreeSet<>();
    private final Map<LocalDateTime, TreeSet<Long>> shows = new HashMap<>();

    SlowCalendar(Timetable timetable, Instant start, Instant end) {
        this.timetable = timetable;
        rules = timetable.zone().getRules();
        this.start = start.getEpochSecond();
        this.end = end.getEpochSecond();
        open = new BitSet((int) (this.end - this.start));
        for (long second = this.start - 6 * 86_400; second < this.end + 6 * 86_400; second += 1800) offsets.add(offset(second));
        for (LocalDate date = firstDate(); !date.isAfter(lastDate()); date = date.plusDays(1)) {
            for (Window window : timetable.windows(date)) fill(opening(date, window), closing(date, window));
        }
    }

    boolean isOpen(long second) {
        if (second < start || second >= end) throw new IllegalStateException("outside the range of the oracle");
        return open.get((int) (second - start));
    }

    boolean knows(long second) {
        return second >= start && second < end;
    }

    /** The instant that ends the budget of n days, or -1 where the range does not reach it. */
    long closingAfterDays(long from, int days) {
        LocalDate zero = null;
        for (LocalDate date = firstDate(); zero == null && !date.isAfter(lastDate()); date = date.plusDays(1)) {
            for (Window window : timetable.windows(date)) {
                if (opening(date, window) <= from && from < closing(date, window)) zero = date;
            }
        }
        for (LocalDate date = firstDate(); zero == null && !date.isAfter(lastDate()); date = date.plusDays(1)) {
            for (Window window : timetable.windows(date)) {
                if (opening(date, window) > from && opening(date, window) < closing(date, window)) zero = date;
            }
        }
        if (zero == null) return -1;
        int seen = 0;
        for (LocalDate date = zero.plusDays(1); !date.isAfter(lastDate()); date = date.plusDays(1)) {
            long last = Long.MIN_VALUE;
            for (Window window : timetable.windows(date)) {
                if (opening(date, window) < closing(date, window)) last = Math.max(last, closing(date, window));
            }
            if (last > Long.MIN_VALUE) seen++;
            if (seen == days) return last < end ? last : -1;
        }
        return -1;
    }

    private LocalDate firstDate() {
        return LocalDate.ofEpochDay(Math.floorDiv(start, 86_400)).minusDays(3);
    }

    private LocalDate lastDate() {
        return LocalDate.ofEpochDay(Math.floorDiv(end, 86_400)).plusDays(3);
    }

    private void fill(long from, long to) {
        long first = Math.max(from, start);
        long last = Math.min(to, end);
        if (first < last) open.set((int) (first - start), (int) (last - start));
    }

    private long opening(LocalDate date, Window window) {
        return showing(date.atStartOfDay().plusMinutes(window.open())).first();
    }

    private long closing(LocalDate date, Window window) {
        return showing((window.close() > window.open() ? date : date.plusDays(1)).atStartOfDay().plusMinutes(window.close())).last();
    }

    /** The seconds at which that wall clock shows, or the one at which it is skipped. */
    private TreeSet<Long> showing(LocalDateTime wall) {
        return shows.computeIfAbsent(wall, this::look);
    }

    private TreeSet<Long> look(LocalDateTime wall) {
        long asIfUtc = wall.toEpochSecond(ZoneOffset.UTC);
        TreeSet<Long> found = new TreeSet<>();
        for (int offset : offsets) if (offset(asIfUtc - offset) == offset) found.add(asIfUtc - offset);
        if (!found.isEmpty()) return found;
        long second = asIfUtc - 16 * 3600;
        while (second + offset(second) < asIfUtc) second++;
        found.add(second);
        return found;
    }

    private int offset(long second) {
        return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }
}
