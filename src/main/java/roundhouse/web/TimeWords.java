package roundhouse.web;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths and instants as people say them. */
public final class TimeWords {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private TimeWords() {
    }

    /** {@code 2 h 10 min}, {@code 45 min}, {@code 31 h}; under a minute {@code 1 min}. */
    public static String length(long seconds) {
        long minutes = Math.max(1, Math.abs(seconds) / 60);
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes % 60 == 0 || minutes >= 600 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** {@code 14:02} today, {@code Fri 14:02} within six days, {@code 12 Oct 14:02} this half-year, {@code 12 Oct 2025} beyond. */
    public static String moment(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        long days = Math.abs(ChronoUnit.DAYS.between(today, then.toLocalDate()));
        if (days == 0) {
            return then.format(TIME);
        }
        if (days < 6) {
            return then.format(WEEKDAY);
        }
        return then.format(days < 180 ? DAY : YEAR);
    }

    /** {@code 12 Oct 2026}; templates call it {@code date.inWords}. */
    @TemplateExtension
    public static String inWords(LocalDate date) {
        return date.format(YEAR);
    }

    /** The same of the day on which it was there. */
    @TemplateExtension
    public static String inWords(Instant instant, ZoneId zone) {
        return inWords(LocalDate.ofInstant(instant, zone));
    }

    /** A sentence with each instant of ISO 8601 in it as these words put it. */
    public static String retold(String sentence, Function<Instant, String> words) {
        return INSTANT.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(words.apply(Instant.parse(found.group()))));
    }
}
