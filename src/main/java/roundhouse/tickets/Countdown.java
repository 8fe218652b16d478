package roundhouse.tickets;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import roundhouse.sla.Calendar;
import roundhouse.sla.Kind;
import roundhouse.web.TimeWords;

/**
 * What is due next, at a glance.
 *
 * @param words {@code 2 h 10 min left}
 * @param kind  {@code response} or another short name of the clock; empty where nothing is promised
 * @param mood  {@code run}, {@code soon}, {@code over}, {@code asleep}, {@code paused}, {@code none}: colours the bar
 * @param used  percent of the budget, 0 to 100
 */
public record Countdown(String words, String kind, String mood, int used) {

    private static final int SOON = 75;

    /** @param zone of the reader */
    static Countdown of(QueueRow row, Calendar calendar, Instant now, ZoneId zone) {
        if (row.dueAt() == null) {
            return paused(row, now, zone);
        }
        String kind = Kind.of(row.dueKind()).brief();
        if (now.isAfter(row.dueAt())) {
            return new Countdown(TimeWords.length(calendar.businessSeconds(row.dueAt(), now)) + " over", kind, "over", 100);
        }
        long used = row.consumed() + calendar.businessSeconds(row.countedAt(), now);
        int percent = percent(used, row.budget());
        Optional<Instant> opens = calendar.isOpen(now) ? Optional.empty() : calendar.opensNext(now);
        if (opens.isPresent()) {
            return new Countdown("sleeps until " + TimeWords.moment(opens.get(), zone, now), kind, "asleep", percent);
        }
        return new Countdown(TimeWords.length(row.budget() - used) + " left", kind, percent >= SOON ? "soon" : "run", percent);
    }

    private static Countdown paused(QueueRow row, Instant now, ZoneId zone) {
        if (row.holdReason() == null) {
            return new Countdown("nothing promised", "", "none", 0);
        }
        String until = row.holdUntil() == null ? "" : " until " + TimeWords.moment(row.holdUntil(), zone, now);
        return new Countdown("paused" + until, "", "paused", 0);
    }

    static int percent(long used, long budget) {
        return budget <= 0 ? 100 : (int) Math.max(0, Math.min(100, used * 100 / budget));
    }

    /** The same where there is little room: {@code 2 h 10 min}, {@code Mon 09:00}. */
    public String brief() {
        return words.replace("sleeps until ", "").replace("nothing promised", "").replaceFirst(" left$", "");
    }
}
