package roundhouse.sla;

import java.time.Instant;
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
