package roundhouse.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is wrong with opening hours that are well written: windows that overlap by the wall clock, or no hours at all. */
final class TimetableCheck {
    private static final int AHEAD = 400;
    /** In so many years every date falls on every weekday, leap days included, but for the turn of a century. */
    private static final int YEARS = 28;

    /** @param field of the calendar's section */
    record Wrong(String field, String message) { }

    private TimetableCheck() {
    }

    static Optional<Wrong> of(Timetable timetable, LocalDate today) {
        LocalDate monday = LocalDate.of(2024, 1, 1);
        Stream<LocalDate> week = monday.datesUntil(monday.plusDays(8));
        Stream<LocalDate> yearly = timetable.yearly().keySet().stream()
                .flatMap(day -> IntStream.range(2020, 2020 + YEARS).filter(Year::isLeap).boxed().flatMap(leap -> around(day, leap)));
        Optional<String> weekly = week.map(date -> overlapInWeek(timetable, date.getDayOfWeek())).flatMap(Optional::stream).findFirst();
        if (weekly.isPresent()) {
            return weekly.map(message -> new Wrong("week", message));
        }
        Stream<LocalDate> dates = Stream.concat(timetable.dated().keySet().stream(), yearly).sorted();
        Optional<String> overlap = dates.flatMap(date -> Stream.of(date, date.plusDays(1)))
                .map(date -> overlap(timetable.windows(date.minusDays(1)), timetable.windows(date), date.toString())).flatMap(Optional::stream).findFirst();
        if (overlap.isPresent()) {
            return overlap.map(message -> new Wrong("holidays", message));
        }
        boolean never = today.minusDays(1).datesUntil(today.plusDays(AHEAD)).allMatch(date -> timetable.spans(date).isEmpty());
        return never ? Optional.of(new Wrong("week", "it has no hours at all in the next " + AHEAD + " days; write some under week")) : Optional.empty();
    }

    private static Stream<LocalDate> around(MonthDay day, int leapYear) {
        return IntStream.range(0, 4).mapToObj(later -> leapYear + later).filter(day::isValidYear).map(day::atYear);
    }

    private static Optional<String> overlapInWeek(Timetable timetable, DayOfWeek day) {
        List<Window> before = timetable.week().getOrDefault(day.minus(1), List.of());
        List<Window> windows = timetable.week().getOrDefault(day, List.of());
        return overlap(before, windows, day.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> overlap(List<Window> dayBefore, List<Window> windows, String when) {
        record Stretch(int from, int to, Window window) { }
        List<Stretch> stretches = new ArrayList<>();
        dayBefore.stream().filter(window -> window.end() > Window.DAY).forEach(window -> stretches.add(new Stretch(0, window.end() - Window.DAY, window)));
        windows.forEach(window -> stretches.add(new Stretch(window.open(), window.end(), window)));
        stretches.sort(Comparator.comparingInt(Stretch::from).thenComparingInt(Stretch::to));
        for (int i = 1; i < stretches.size(); i++) {
            if (stretches.get(i).from() < stretches.get(i - 1).to()) {
                return Optional.of("on " + when + " " + stretches.get(i - 1).window() + " and " + stretches.get(i).window() + " overlap; write windows that do not");
            }
        }
        return Optional.empty();
    }
}
