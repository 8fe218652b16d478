package roundhouse.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One immutable version of a business calendar. All lengths are real seconds, and instants count in whole seconds.
 * Looks forward to the end of {@link #HORIZON}: what is not reached by then is never reached.
 */
public final class Calendar {
    static final int HORIZON = 2200;

    public static final Calendar ALWAYS = new Calendar("always", 0, new Timetable(ZoneOffset.UTC,
            Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> List.of(new Window(0, Window.DAY)))),
            Map.of(), Map.of()));

    private final String name;
    private final int version;
    private final Timetable timetable;
    private final Map<Integer, OpenYear> years = new ConcurrentHashMap<>();

    public Calendar(String name, int version, Timetable timetable) {
        this.name = name;
        this.version = version;
        this.timetable = timetable;
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    public ZoneId zone() {
        return timetable.zone();
    }

    public Timetable timetable() {
        return timetable;
    }

    public boolean isOpen(Instant instant) {
        return year(instant).isOpen(instant.getEpochSecond());
    }

    public long businessSeconds(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return 0;
        }
        int first = OpenYear.of(from);
        int last = OpenYear.of(to);
        long used = year(last).usedUntil(to.getEpochSecond()) - year(first).usedUntil(from.getEpochSecond());
        for (int year = first; year < last; year++) {
            used += year(year).total;
        }
        return used;
    }

    /** The earliest instant, not before {@code from}, at which that much business time is used. */
    public Optional<Instant> addBusiness(Instant from, long seconds) {
        if (seconds <= 0) {
            return Optional.of(from);
        }
        int year = OpenYear.of(from);
        long used = year(year).usedUntil(from.getEpochSecond()) + seconds;
        while (used > year(year).total) {
            used -= year(year).total;
            if (++year > HORIZON) {
                return Optional.empty();
            }
        }
        return Optional.of(Instant.ofEpochSecond(year(year).reaching(used)));
    }

    /** The instant itself where it is open, else the next opening. */
    public Optional<Instant> opensNext(Instant instant) {
        if (isOpen(instant)) {
            return Optional.of(instant);
        }
        int year = OpenYear.of(instant);
        int next = year(year).lastOpening(instant.getEpochSecond()) + 1;
        while (next == year(year).opens.length) {
            if (++year > HORIZON) {
                return Optional.empty();
            }
            next = 0;
        }
        return Optional.of(Instant.ofEpochSecond(year(year).opens[next]));
    }

    /** What is open between the two, in order, united and cut to them: for segments and for drawing. */
    public List<Span> open(Instant from, Instant to) {
        List<Span> spans = new ArrayList<>();
        Instant open = from;
        while (open.isBefore(to)) {
            open = opensNext(open).orElse(to);
            Instant close = closing(open, to);
            if (open.isBefore(close)) {
                spans.add(new Span(open, close));
            }
            open = close;
        }
        return spans;
    }

    private Instant closing(Instant open, Instant limit) {
        Instant close = open;
        while (close.isBefore(limit) && isOpen(close)) {
            OpenYear year = year(close);
            close = Instant.ofEpochSecond(year.closes[year.lastOpening(close.getEpochSecond())]);
        }
        return close.isBefore(limit) ? close : limit;
    }

    /**
     * The last closing of the n-th business day after the date of the window that holds {@code from},
     * or else of the next window to open. Where the clock going back lets two dates hold it, the earlier counts.
     */
    public Optional<Instant> closingAfter(Instant from, int days) {
        LocalDate around = LocalDate.ofInstant(from, zone());
        Optional<LocalDate> holding = around.minusDays(3).datesUntil(around.plusDays(3))
                .filter(date -> timetable.spans(date).stream().anyMatch(span -> span.holds(from))).findFirst();
        LocalDate horizon = LocalDate.of(HORIZON, 12, 31);
        Optional<LocalDate> start = holding.or(() -> around.minusDays(3).datesUntil(horizon)
                .filter(date -> timetable.spans(date).stream().anyMatch(span -> span.from().isAfter(from))).findFirst());
        return start.flatMap(date -> date.plusDays(1).datesUntil(horizon)
                .map(timetable::spans).filter(spans -> !spans.isEmpty())
                .skip(days - 1L).findFirst()
                .flatMap(spans -> spans.stream().map(Span::to).max(Instant::compareTo)));
    }

    private OpenYear year(Instant instant) {
        return year(OpenYear.of(instant));
    }

    private OpenYear year(int year) {
        OpenYear known = years.get(year);
        return known != null ? known : years.computeIfAbsent(year, unknown -> OpenYear.of(timetable, unknown));
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
