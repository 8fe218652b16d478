package roundhouse.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A calendar while somebody writes it, as its form shows it. */
public record CalendarDraft(DraftHead head, String zone, List<Day> days, List<Line> lines) {

    private static final int SPARE = 4;
    /** More than anybody writes; who sends more is refused by the size of the form. */
    private static final int MOST = 500;
    private static final Pattern OF_HOLIDAYS = Pattern.compile("document\\.holidays\\[(\\d+)](.*)");

    /** @param word {@code mon} */
    public record Day(String word, String name, String hours) {
    }

    /** @param date {@code 2026-12-24}, or {@code 12-24} for every year */
    public record Line(int number, String date, String hours) {

        public String dateField() {
            return "date-" + number;
        }

        public String hoursField() {
            return "hours-" + number;
        }
    }

    static CalendarDraft empty(TermsScreens.Desk desk) {
        List<Day> days = Arrays.stream(DayOfWeek.values()).map(day -> day(day, day.getValue() <= 5 ? "09:00-17:00" : "")).toList();
        return new CalendarDraft(DraftHead.of(desk, (TermsView) null), desk.client().zone().getId(), days, spared(List.of()));
    }

    static CalendarDraft of(TermsScreens.Desk desk, TermsView view) {
        Timetable timetable = desk.terms(view.of()).calendars().get(view.name()).timetable();
        List<Day> days = Arrays.stream(DayOfWeek.values()).map(day -> day(day, written(timetable.week().getOrDefault(day, List.of())))).toList();
        List<Line> lines = Stream.concat(
                timetable.yearly().entrySet().stream().sorted(Entry.comparingByKey())
                        .map(entry -> new Line(0, entry.getKey().toString().substring(2), written(entry.getValue()))),
                timetable.dated().entrySet().stream().sorted(Entry.comparingByKey())
                        .map(entry -> new Line(0, entry.getKey().toString(), written(entry.getValue())))).toList();
        return new CalendarDraft(DraftHead.of(desk, view), timetable.zone().getId(), days, spared(lines));
    }

    static CalendarDraft of(TermsScreens.Desk desk, Typed typed) {
        List<Day> days = Arrays.stream(DayOfWeek.values()).map(day -> day(day, typed.text(word(day)))).toList();
        List<Line> lines = new ArrayList<>();
        for (int number = 0; number < MOST && typed.fields().containsKey("date-" + number); number++) {
            if (typed.has("date-" + number) || typed.has("hours-" + number)) {
                lines.add(new Line(0, typed.text("date-" + number), typed.text("hours-" + number)));
            }
        }
        return new CalendarDraft(DraftHead.of(desk, typed), typed.text("zone"), days, spared(lines));
    }

    CalendarDraft with(UnaryOperator<DraftHead> change) {
        return new CalendarDraft(change.apply(head), zone, days, lines);
    }

    /** As {@code sla.yaml} writes it. */
    JsonNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("zone", zone);
        ObjectNode week = document.putObject("week");
        days.stream().filter(day -> !day.hours().isEmpty()).forEach(day -> hours(week, day.word(), day.hours()));
        lines.stream().filter(CalendarDraft::isWritten).forEach(line -> {
            ObjectNode holiday = document.withArray("holidays").addObject().put(line.date().matches("\\d{1,2}-\\d{1,2}") ? "every" : "date", line.date());
            if (!line.hours().isEmpty()) {
                hours(holiday, "hours", line.hours());
            }
        });
        return document;
    }

    /** The field of the form for one of the document. */
    static String field(String documents) {
        Matcher holiday = OF_HOLIDAYS.matcher(documents);
        if (holiday.matches()) {
            return (holiday.group(2).equals(".hours") ? "hours-" : "date-") + holiday.group(1);
        }
        String field = documents.replaceFirst("^document\\.?(week\\.)?", "");
        return field.equals("week") ? "mon" : field.equals("holidays") ? "date-0" : field;
    }

    private static boolean isWritten(Line line) {
        return !line.date().isEmpty() || !line.hours().isEmpty();
    }

    private static void hours(ObjectNode into, String field, String typed) {
        Arrays.stream(typed.split(",")).map(String::strip).filter(part -> !part.isEmpty()).forEach(into.putArray(field)::add);
    }

    private static Day day(DayOfWeek day, String hours) {
        return new Day(word(day), Wording.title(day), hours);
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static String written(List<Window> windows) {
        return windows.stream().map(Window::toString).collect(Collectors.joining(", "));
    }

    private static List<Line> spared(List<Line> written) {
        List<Line> lines = new ArrayList<>();
        written.forEach(line -> lines.add(new Line(lines.size(), line.date(), line.hours())));
        for (int spare = 0; spare < SPARE; spare++) {
            lines.add(new Line(lines.size(), "", ""));
        }
        return lines;
    }
}
