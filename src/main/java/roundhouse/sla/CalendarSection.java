package roundhouse.sla;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.YamlPart;

/** One calendar of {@code sla.yaml}. */
final class CalendarSection {
    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final Mistakes mistakes;
    private final String path;
    private final Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    private final Map<MonthDay, List<Window>> yearly = new HashMap<>();
    private final Map<LocalDate, List<Window>> dated = new HashMap<>();

    private CalendarSection(Mistakes mistakes, String path) {
        this.mistakes = mistakes;
        this.path = path;
    }

    /** One that was kept, and so needs no check. */
    static Timetable read(YamlPart part, Mistakes mistakes) {
        return new CalendarSection(mistakes, "").read(part);
    }

    /** Empty where there were mistakes. @param today from when it must have hours */
    static Optional<Timetable> read(YamlPart part, String path, Mistakes mistakes, LocalDate today) {
        int before = mistakes.count();
        Timetable timetable = new CalendarSection(mistakes, path).read(part);
        if (mistakes.count() == before) {
            TimetableCheck.of(timetable, today).ifPresent(wrong -> mistakes.at(line(part, wrong.field()), Mistakes.under(path, wrong.field()), wrong.message()));
        }
        return mistakes.count() == before ? Optional.of(timetable) : Optional.empty();
    }

    private static int line(YamlPart part, String field) {
        return part instanceof YamlPart.Fields fields ? fields.lines().getOrDefault(field, part.line()) : part.line();
    }

    private Timetable read(YamlPart part) {
        Map<String, YamlPart> fields = mistakes.fields(part, path, Set.of("zone", "week", "holidays"));
        ZoneId zone = zone(part, fields.get("zone"));
        String weekPath = Mistakes.under(path, "week");
        mistakes.fields(fields.get("week"), weekPath).forEach((days, hours) -> week(days, hours, Mistakes.under(weekPath, days)));
        int number = 0;
        for (YamlPart holiday : mistakes.items(fields.get("holidays"), Mistakes.under(path, "holidays"))) {
            holiday(holiday, Mistakes.under(path, "holidays[" + number++ + "]"));
        }
        return new Timetable(zone, week, yearly, dated);
    }

    private ZoneId zone(YamlPart calendar, YamlPart part) {
        String field = Mistakes.under(path, "zone");
        Optional<String> name = mistakes.text(part, field);
        if (name.isEmpty()) {
            mistakes.at(part == null ? calendar : part, field, "write the zone, as in Europe/Berlin");
            return ZoneId.of("UTC");
        }
        if (!ZoneId.getAvailableZoneIds().contains(name.get())) {
            mistakes.at(part, field, "there is no zone " + name.get() + "; write one of the tz database, as in Europe/Berlin");
            return ZoneId.of("UTC");
        }
        return ZoneId.of(name.get());
    }

    private void week(String days, YamlPart part, String field) {
        String[] ends = days.split("-", -1);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (ends.length > 2 || first < 0 || last < 0) {
            mistakes.at(part, field, "these are no days; write mon, tue, wed, thu, fri, sat, sun or a range as mon-fri");
            return;
        }
        List<Window> windows = windows(part, field);
        for (int day = first; ; day = (day + 1) % 7) {
            if (week.put(DayOfWeek.of(day + 1), windows) != null) {
                mistakes.at(part, field, DAYS.get(day) + " has its hours twice; leave it out of one of them");
            }
            if (day == last) {
                return;
            }
        }
    }

    private void holiday(YamlPart part, String field) {
        if (part instanceof YamlPart.Scalar) {
            mistakes.text(part, field).ifPresent(text -> date(part, field, text, List.of()));
            return;
        }
        Map<String, YamlPart> fields = mistakes.fields(part, field, Set.of("date", "every", "hours"));
        List<Window> windows = fields.containsKey("hours") ? windows(fields.get("hours"), field + ".hours") : List.of();
        if (fields.containsKey("date") == fields.containsKey("every")) {
            mistakes.at(part, field, "write either date: 2026-12-24 or every: 12-24");
            return;
        }
        mistakes.text(fields.get("date"), field + ".date").ifPresent(text -> date(part, field + ".date", text, windows));
        mistakes.text(fields.get("every"), field + ".every").ifPresent(text -> every(part, field + ".every", text, windows));
    }

    private void date(YamlPart part, String field, String text, List<Window> windows) {
        try {
            if (dated.put(LocalDate.parse(text), windows) != null) {
                mistakes.at(part, field, text + " stands here twice; leave one out");
            }
        } catch (DateTimeException noDate) {
            mistakes.at(part, field, "there is no date " + text + "; write it as 2026-12-24, or {every: 12-24}");
        }
    }

    private void every(YamlPart part, String field, String text, List<Window> windows) {
        try {
            if (yearly.put(MonthDay.parse("--" + text), windows) != null) {
                mistakes.at(part, field, text + " stands here twice; leave one out");
            }
        } catch (DateTimeException noDay) {
            mistakes.at(part, field, "there is no day " + text + " in a year; write month and day, as 12-24");
        }
    }

    private List<Window> windows(YamlPart part, String field) {
        List<Window> windows = new ArrayList<>();
        for (YamlPart item : mistakes.items(part, field)) {
            String text = mistakes.text(item, field).orElse("");
            Matcher hours = HOURS.matcher(text);
            if (!hours.matches()) {
                mistakes.at(item, field, "\"" + text + "\" are no hours; write \"09:00-17:00\", with quotes");
                continue;
            }
            int open = minute(hours.group(1), hours.group(2));
            int close = hours.group(3) == null ? Window.DAY : minute(hours.group(3), hours.group(4));
            if (open == close) {
                mistakes.at(item, field, "\"" + text + "\" opens and closes at once; write \"00:00-24:00\" for the whole day");
                continue;
            }
            windows.add(new Window(open, close));
        }
        return List.copyOf(windows);
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }
}
