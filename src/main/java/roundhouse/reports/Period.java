package roundhouse.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import roundhouse.web.Refused;

/** Whole days in a client's zone, the last included. */
record Period(LocalDate from, LocalDate to, ZoneId zone) {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    /** @param from ISO 8601; both null or empty for the last full month */
    static Period of(String from, String to, ZoneId zone, Instant now) {
        if (isNothing(from) && isNothing(to)) {
            LocalDate thisMonth = now.atZone(zone).toLocalDate().withDayOfMonth(1);
            return new Period(thisMonth.minusMonths(1), thisMonth.minusDays(1), zone);
        }
        Period period = new Period(date("from", from), date("to", to), zone);
        if (period.to.isBefore(period.from)) {
            throw Refused.field("to", "The period ends on " + period.to + ", before it begins: give a later day.");
        }
        return period;
    }

    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Span span() {
        return new Span(begin(), end());
    }

    /** {@code October 2026} for a month, {@code 2026} for a year, else the days. */
    String title() {
        if (from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1))) {
            return Integer.toString(from.getYear());
        }
        return from.getDayOfMonth() == 1 && to.equals(from.plusMonths(1).minusDays(1)) ? MONTH.format(from) : words();
    }

    /** {@code 1 October 2026 to 31 October 2026} */
    String words() {
        return WORDS.format(from) + " to " + WORDS.format(to);
    }

    private static LocalDate date(String field, String text) {
        if (isNothing(text)) {
            throw Refused.field(field, "Give both days, as in from=2026-10-01&to=2026-10-31, or neither for the last full month.");
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                throw Refused.field(field, "Reports go from " + EARLIEST + " to " + LATEST + ".");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw Refused.field(field, "This is no day: write it as 2026-10-31.");
        }
    }

    private static boolean isNothing(String text) {
        return text == null || text.isBlank();
    }
}
