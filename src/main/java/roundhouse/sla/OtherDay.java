package roundhouse.sla;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A date on which a calendar has other hours than its week says.
 *
 * @param what {@code holiday}, {@code half day}, {@code extra day} or {@code other hours}
 */
public record OtherDay(LocalDate date, String what, String hours, boolean everyYear) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    /** Those of the next twelve months, in order. */
    static List<OtherDay> ahead(Timetable timetable, LocalDate today) {
        return today.datesUntil(today.plusMonths(12))
                .filter(date -> timetable.dated().containsKey(date) || timetable.yearly().containsKey(MonthDay.from(date)))
                .map(date -> of(timetable, date)).toList();
    }

    private static OtherDay of(Timetable timetable, LocalDate date) {
        List<Window> usual = timetable.week().getOrDefault(date.getDayOfWeek(), List.of());
        List<Window> windows = timetable.windows(date);
        String what = windows.isEmpty() ? "holiday" : usual.isEmpty() ? "extra day" : minutes(windows) < minutes(usual) ? "half day" : "other hours";
        return new OtherDay(date, what, Wording.hours(windows), !timetable.dated().containsKey(date));
    }

    private static int minutes(List<Window> windows) {
        return windows.stream().mapToInt(window -> window.end() - window.open()).sum();
    }

    public String day() {
        return DAY.format(date);
    }
}
