package roundhouse.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants as the people of one place say them now. */
public record WallClock(ZoneId zone, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** {@code today 14:02}, {@code Friday 14:02}, {@code 14 November 14:02}, {@code 2 October 2025}. */
    public String at(Instant instant) {
        ZonedDateTime then = instant.atZone(zone);
        String day = day(instant);
        return day.endsWith(YEAR.format(then)) ? day : day + " " + TIME.format(then);
    }

    /** {@code today}, {@code yesterday}, {@code tomorrow}, {@code Friday} within six days, {@code 14 November}, {@code 2 October 2025}. */
    public String day(Instant instant) {
        ZonedDateTime then = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, then.toLocalDate());
        if (days == 0) {
            return "today";
        }
        if (Math.abs(days) == 1) {
            return days < 0 ? "yesterday" : "tomorrow";
        }
        if (Math.abs(days) < 6) {
            return WEEKDAY.format(then);
        }
        return (Math.abs(days) < 180 ? DAY : YEAR).format(then);
    }

    /** {@code today}, {@code on Friday}, {@code on 14 November}. */
    public String onDay(Instant instant) {
        String day = day(instant);
        return Character.isLowerCase(day.charAt(0)) ? day : "on " + day;
    }

    /** {@code 14:30 today}, {@code 09:00 on Friday}. */
    public String by(Instant instant) {
        return TIME.format(instant.atZone(zone)) + " " + onDay(instant);
    }
}
