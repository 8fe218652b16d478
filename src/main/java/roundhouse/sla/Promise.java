package roundhouse.sla;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What was promised for one kind of clock at one priority.
 *
 * @param policy  whose row it is; null where no policy speaks of it
 * @param rules   the policy whose general rules hold: the same, else the nearest to the ticket; null where there is none
 * @param because why that policy, as a sentence
 * @param target  {@link Target.None} also where no policy speaks of it
 */
record Promise(Kind kind, Priority priority, Policy policy, Policy rules, String because, Calendar calendar, Target target) {

    /** Whether a clock that was promised the other would say or count something else by this one. */
    boolean differsFrom(Promise other) {
        return !Objects.equals(policy, other.policy) || !Objects.equals(rules, other.rules) || !because.equals(other.because) || countsOtherwiseThan(other)
                || !calendar.toString().equals(other.calendar.toString());
    }

    boolean countsOtherwiseThan(Promise other) {
        return !target.equals(other.target) || !calendar.timetable().equals(other.calendar.timetable());
    }

    Optional<Long> seconds(Instant start) {
        return target.seconds(calendar, start);
    }

    boolean isPausedBy(HoldReason reason) {
        return switch (kind) {
            case RESOLUTION -> (rules == null ? Policy.PAUSES : rules.pauses()).contains(reason);
            case FIRST_RESPONSE -> reason == HoldReason.WRONG_CLIENT || reason == HoldReason.DUPLICATE;
            case PERIODIC_UPDATE -> reason == HoldReason.CLIENT;
            case OWN, NEXT_RESPONSE, HANDOVER, VENDOR -> false;
        };
    }
}
