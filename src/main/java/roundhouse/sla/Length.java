package roundhouse.sla;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as {@code sla.yaml} writes them: {@code 90s}, {@code 15m}, {@code 1h30m}, {@code 7d}, {@code 2 days}. */
final class Length {
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");
    private static final Pattern ELAPSED_DAYS = Pattern.compile("(\\d{1,4})d");
    private static final Pattern BUSINESS_DAYS = Pattern.compile("(\\d{1,4}) days?");
    static final Duration LONGEST = Duration.ofDays(366);
    static final int MOST_DAYS = 366;

    private Length() {
    }

    /** Hours, minutes and seconds; empty where it is something else or more than {@link #LONGEST}. */
    static Optional<Duration> time(String text) {
        Matcher parts = TIME.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2))).plusSeconds(number(parts.group(3))))
                .filter(duration -> duration.compareTo(LONGEST) <= 0);
    }

    /** As {@link #time}, or days of 24 hours. */
    static Optional<Duration> elapsed(String text) {
        Matcher days = ELAPSED_DAYS.matcher(text);
        if (!days.matches()) {
            return time(text);
        }
        return Optional.of(Duration.ofDays(number(days.group(1)))).filter(duration -> duration.compareTo(LONGEST) <= 0);
    }

    static Optional<Target> target(String text) {
        if (text.equals("none")) {
            return Optional.of(new Target.None());
        }
        Matcher days = BUSINESS_DAYS.matcher(text);
        if (days.matches()) {
            return Optional.of((int) number(days.group(1))).filter(count -> count >= 1 && count <= MOST_DAYS).map(Target.WithinDays::new);
        }
        return time(text).filter(duration -> !duration.isZero()).map(Target.Within::new);
    }

    /** As {@link #time} reads it. */
    static String written(Duration length) {
        String text = (length.toHours() > 0 ? length.toHours() + "h" : "") + (length.toMinutesPart() > 0 ? length.toMinutesPart() + "m" : "")
                + (length.toSecondsPart() > 0 ? length.toSecondsPart() + "s" : "");
        return text.isEmpty() ? "0m" : text;
    }

    /** As {@link #elapsed} reads it. */
    static String writtenElapsed(Duration length) {
        return !length.isZero() && Duration.ofDays(length.toDays()).equals(length) ? length.toDays() + "d" : written(length);
    }

    /** As {@link #target} reads it. */
    static String written(Target target) {
        if (target instanceof Target.Within within) {
            return written(within.businessTime());
        }
        if (target instanceof Target.WithinDays days) {
            return days.days() == 1 ? "1 day" : days.days() + " days";
        }
        return "none";
    }

    /** For people: {@code 1 h 30 min}. */
    static String words(Duration length) {
        return written(length).replace("h", " h ").replace("m", " min ").replace("s", " s ").strip();
    }

    /** For people: {@code 7 days}. */
    static String wordsElapsed(Duration length) {
        String written = writtenElapsed(length);
        return !written.endsWith("d") ? words(length) : written.equals("1d") ? "1 day" : written.replace("d", " days");
    }

    /** For people: {@code 8 h}, {@code 2 days}, {@code not promised}. */
    static String words(Target target) {
        return target instanceof Target.Within within ? words(within.businessTime()) : target instanceof Target.None ? "not promised" : written(target);
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
