package roundhouse.sla;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;

/** Opening hours as people write them: by weekday, by the day of every year, and by date, the last winning. */
public record Timetable(ZoneId zone, Map<DayOfWeek, List<Window>> week, Map<MonthDay, List<Window>> yearly,
                        Map<LocalDate, List<Window>> dated) {

    public Timetable {
        week = Map.copyOf(week);
        yearly = Map.copyOf(yearly);
        dated = Map.copyOf(dated);
    }

    public List<Window> windows(LocalDate date) {
        List<Window> exception = dated.get(date);
        if (exception != null) {
            return exception;
        }
        List<Window> everyYear = yearly.get(MonthDay.from(date));
        if (everyYear != null) {
            return everyYear;
        }
        return week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /** The windows that open on the date, as instants; those that a gap of the clock swallows are left out. */
    public List<Span> spans(LocalDate date) {
        return windows(date).stream().map(window -> span(date, window)).filter(span -> !span.isEmpty()).toList();
    }

    private Span span(LocalDate date, Window window) {
        LocalDateTime midnight = date.atStartOfDay();
        return new Span(edge(midnight.plusMinutes(window.open()), true), edge(midnight.plusMinutes(window.end()), false));
    }

    private Instant edge(LocalDateTime wallClock, boolean opening) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wallClock);
        if (offsets.size() == 1) {
            return wallClock.toInstant(offsets.get(0));
        }
        ZoneOffsetTransition transition = zone.getRules().getTransition(wallClock);
        if (transition.isGap()) {
            return transition.getInstant();
        }
        return wallClock.toInstant(opening ? transition.getOffsetBefore() : transition.getOffsetAfter());
    }
}
