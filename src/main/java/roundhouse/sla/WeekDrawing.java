package roundhouse.sla;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The opening hours of a week, to be drawn: one line a day, 1440 minutes wide. */
public record WeekDrawing(List<Day> days) {

    /** @param hours as words, with what crosses midnight at the day on which it opens */
    public record Day(String name, String hours, List<Bar> bars) {
    }

    /** @param carried from the day before */
    public record Bar(int from, int width, boolean carried) {
    }

    static WeekDrawing of(Timetable timetable) {
        return new WeekDrawing(Arrays.stream(DayOfWeek.values()).map(day -> {
            List<Bar> bars = new ArrayList<>();
            windows(timetable, day.minus(1)).stream().filter(window -> window.end() > Window.DAY)
                    .forEach(window -> bars.add(new Bar(0, window.end() - Window.DAY, true)));
            windows(timetable, day).forEach(window -> bars.add(new Bar(window.open(), Math.min(window.end(), Window.DAY) - window.open(), false)));
            return new Day(Wording.title(day), Wording.hours(windows(timetable, day)), bars);
        }).toList());
    }

    private static List<Window> windows(Timetable timetable, DayOfWeek day) {
        return timetable.week().getOrDefault(day, List.of());
    }
}
