package roundhouse.tickets;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import roundhouse.sla.Clock;
import roundhouse.sla.Kind;
import roundhouse.sla.Priority;

/**
 * One clock as it is stored and as its ticket's story, told anew, gives it.
 *
 * @param was     null where no such clock is stored
 * @param becomes null where the story gives none
 */
public record Difference(UUID ticketId, int number, Kind kind, int instance, Priority priority, Judgement was, Judgement becomes) {

    /**
     * @param verdict  null until judged
     * @param judgedAt the earlier of stop and due, null until judged
     */
    public record Judgement(Clock.Verdict verdict, Instant dueAt, Instant judgedAt) {

        static Judgement of(Clock clock) {
            return new Judgement(clock.verdict(), clock.dueAt(), ClockRow.judgedAt(clock));
        }

        private boolean isOf(Instant begin, Instant end) {
            Instant at = judgedAt == null ? dueAt : judgedAt;
            return at != null && !at.isBefore(begin) && at.isBefore(end);
        }
    }

    public boolean isOfVerdict() {
        return verdict(was) != verdict(becomes);
    }

    boolean isSome() {
        return isOfVerdict() || !Objects.equals(due(was), due(becomes));
    }

    /** Judged, or if not judged due, from {@code begin} on and before {@code end}, as it is stored or as it would be. */
    boolean isOf(Instant begin, Instant end) {
        return was != null && was.isOf(begin, end) || becomes != null && becomes.isOf(begin, end);
    }

    private static Clock.Verdict verdict(Judgement judgement) {
        return judgement == null ? null : judgement.verdict();
    }

    private static Instant due(Judgement judgement) {
        return judgement == null ? null : judgement.dueAt();
    }
}
