package roundhouse.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calendars, policies and wall clock of the worked examples. */
final class Office {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Calendar OFFICE = calendar("office", BERLIN, workdays(window("09:00-17:00")));
    static final Calendar LUNCH = calendar("lunch", BERLIN, workdays(window("09:00-12:00"), window("13:30-17:00")));
    static final Calendar NIGHT = calendar("night", BERLIN, everyDay(window("22:00-06:00")));

    private Office() {
    }

    static Window window(String text) {
        String[] edges = text.split("[:-]");
        return new Window(Integer.parseInt(edges[0]) * 60 + Integer.parseInt(edges[1]), Integer.parseInt(edges[2]) * 60 + Integer.parseInt(edges[3]));
    }

    static Map<DayOfWeek, List<Window>> workdays(Window... windows) {
        Map<DayOfWeek, List<Window>> week = everyDay(windows);
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    static Map<DayOfWeek, List<Window>> everyDay(Window... windows) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) week.put(day, List.of(windows));
        return week;
    }

    static Calendar calendar(String name, ZoneId zone, Map<DayOfWeek, List<Window>> week) {
        return calendar(name, zone, week, Map.of(), Map.of());
    }

    static Calendar calendar(String name, ZoneId zone, Map<DayOfWeek, List<Window>> week, Map<MonthDay, List<Window>> yearly, Map<LocalDate, List<Window>> dated) {
        return new Calendar(name, 1, new Timetable(zone, week, yearly, dated));
    }

    /** Wall clock of Berlin, as {@code 2026-10-23T15:00}. */
    static Instant at(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(BERLIN).toInstant();
    }

    static Target within(Duration duration) {
        return new Target.Within(duration);
    }

    static Policy policy(String name, Match match, String calendar, Map<Priority, Policy.Row> rows) {
        return new Policy(name, 1, calendar, match, Policy.REOPEN_WITHIN, Policy.GRACE, null, Policy.PAUSES, rows, List.of());
    }

    static Policy pausing(Policy policy, Duration longestHold, HoldReason... pauses) {
        return new Policy(policy.name(), policy.version(), policy.calendar(), policy.match(), policy.reopenWithin(), policy.grace(),
                longestHold, Set.of(pauses), policy.rows(), policy.warnings());
    }

    static Promises promises(Policy... policies) {
        Map<String, Calendar> calendars = Map.of("office", OFFICE, "lunch", LUNCH, "night", NIGHT, "always", Calendar.ALWAYS);
        return new Promises("ACME", new Terms(calendars, List.of(policies)), Terms.SILENT);
    }

    /** One default policy that promises this for every priority. */
    static Promises promising(String calendar, Map<Kind, Target> targets) {
        Policy.Row row = new Policy.Row(null, targets);
        Map<Priority, Policy.Row> rows = Map.of(Priority.P1, row, Priority.P2, row, Priority.P3, row, Priority.P4, row);
        return promises(policy("standard", new Match.Default(), calendar, rows));
    }

    static Clock clock(Kind kind, List<Clock> clocks) {
        return clocks.stream().filter(clock -> clock.kind() == kind).reduce((earlier, later) -> later).orElseThrow();
    }
}
