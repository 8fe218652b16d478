package roundhouse.sla;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** A calendar or policy as words, field by field in the order in which people read them: for pages, and for telling two versions apart. */
final class Wording {

    private static final DateTimeFormatter YEARLY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private Wording() {
    }

    static Map<String, String> of(Timetable timetable) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("zone", timetable.zone().getId());
        for (DayOfWeek day : DayOfWeek.values()) {
            words.put(title(day), hours(timetable.week().getOrDefault(day, List.of())));
        }
        timetable.yearly().entrySet().stream().sorted(Entry.comparingByKey())
                .forEach(entry -> words.put(every(entry.getKey()), hours(entry.getValue())));
        timetable.dated().entrySet().stream().sorted(Entry.comparingByKey())
                .forEach(entry -> words.put(entry.getKey().toString(), hours(entry.getValue())));
        return words;
    }

    static Map<String, String> of(Policy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("for", of(policy.match()));
        words.put("calendar", policy.calendar() == null ? "none" : policy.calendar());
        for (Priority priority : Priority.values()) {
            for (Kind kind : Kind.values()) {
                policy.target(kind, priority).ifPresent(target -> words.put(priority + " " + kind.title(), Length.words(target)));
            }
            Policy.Row row = policy.rows().get(priority);
            if (row != null && row.calendar() != null) {
                words.put(priority + " calendar", row.calendar());
            }
        }
        words.put("warnings", policy.warnings().isEmpty() ? "none" : policy.warnings().stream().map(Warning::words).collect(Collectors.joining(", ")));
        words.put("pauses", policy.pauses().isEmpty() ? "nothing" : policy.pauses().stream().sorted().map(HoldReason::phrase).collect(Collectors.joining(", ")));
        words.put("reopening", "within " + Length.wordsElapsed(policy.reopenWithin()));
        words.put("grace", Length.words(policy.grace()));
        words.put("longest hold", policy.longestHold() == null ? "no end" : Length.wordsElapsed(policy.longestHold()));
        return words;
    }

    static String of(Match match) {
        if (match instanceof Match.Asset asset) {
            return "asset " + asset.tag();
        }
        return match instanceof Match.Category category ? "category " + category.category() : "all that no other policy is for";
    }

    static String hours(List<Window> windows) {
        return windows.isEmpty() ? "closed" : windows.stream().map(Window::toString).collect(Collectors.joining(", "));
    }

    static String title(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String every(MonthDay day) {
        return YEARLY.format(day) + " of every year";
    }
}
