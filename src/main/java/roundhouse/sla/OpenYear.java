package roundhouse.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One UTC year of a calendar: its windows united, with the business seconds before each; all in epoch seconds. */
final class OpenYear {
    final long end;
    final long[] opens;
    final long[] closes;
    private final long[] before;
    final long total;

    private OpenYear(long end, List<long[]> united) {
        this.end = end;
        opens = united.stream().mapToLong(span -> span[0]).toArray();
        closes = united.stream().mapToLong(span -> span[1]).toArray();
        before = new long[opens.length];
        long sum = 0;
        for (int i = 0; i < opens.length; i++) {
            before[i] = sum;
            sum += closes[i] - opens[i];
        }
        total = sum;
    }

    static int of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    static OpenYear of(Timetable timetable, int year) {
        long start = midnight(year);
        long end = midnight(year + 1);
        // windows cross midnight, and wall clocks stand up to a day from UTC: look a few dates further on both sides
        List<long[]> clipped = LocalDate.of(year, 1, 1).minusDays(4).datesUntil(LocalDate.of(year + 1, 1, 4))
                .flatMap(date -> timetable.spans(date).stream())
                .map(span -> new long[]{Math.max(start, span.from().getEpochSecond()), Math.min(end, span.to().getEpochSecond())})
                .filter(span -> span[0] < span[1])
                .sorted(Comparator.comparingLong(span -> span[0]))
                .toList();
        return new OpenYear(end, unite(clipped));
    }

    private static long midnight(int year) {
        return LocalDate.of(year, 1, 1).toEpochDay() * 86_400L;
    }

    private static List<long[]> unite(List<long[]> sorted) {
        List<long[]> united = new ArrayList<>();
        for (long[] span : sorted) {
            long[] last = united.isEmpty() ? null : united.get(united.size() - 1);
            if (last != null && span[0] <= last[1]) {
                last[1] = Math.max(last[1], span[1]);
            } else {
                united.add(span.clone());
            }
        }
        return united;
    }

    /** Business seconds of this year before the instant. */
    long usedUntil(long instant) {
        int last = lastOpening(instant);
        return last < 0 ? 0 : before[last] + Math.min(instant, closes[last]) - opens[last];
    }

    /** The earliest instant with that many business seconds of this year before it: from 1 to {@link #total}. */
    long reaching(long used) {
        int found = Arrays.binarySearch(before, used);
        int window = found >= 0 ? found - 1 : -found - 2;
        return opens[window] + used - before[window];
    }

    boolean isOpen(long instant) {
        int last = lastOpening(instant);
        return last >= 0 && instant < closes[last];
    }

    /** Index of the last window that opens at or before the instant, or -1. */
    int lastOpening(long instant) {
        int found = Arrays.binarySearch(opens, instant);
        return found >= 0 ? found : -found - 2;
    }
}
