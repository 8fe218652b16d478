package roundhouse.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import roundhouse.sla.Kind;
import roundhouse.sla.Priority;

/**
 * How well a client's promises were kept in a period. A clock counts where it was judged: at the earlier of its stop and its due instant.
 *
 * @param client      slug
 * @param from        in the client's zone
 * @param to          included
 * @param missed      the earliest first
 * @param corrections what has changed since in periods that were locked before; counted in no row
 * @param lowered     priorities that were lowered after a warning
 * @param locked      null while the figures may still change
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SlaReport(String client, LocalDate from, LocalDate to, String zone, List<Row> rows, Apart apart, List<Missed> missed,
                        List<Correction> corrections, List<Lowered> lowered, Lock locked) {

    /**
     * As judged.
     *
     * @param missed   the open and overdue among them
     * @param adjusted the same after every adjustment that a second person approved
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(Kind kind, Priority priority, long n, long met, long missed, Double compliance, Adjusted adjusted) {

        static Row of(Kind kind, Priority priority, Count judged, Count adjusted) {
            return new Row(kind, priority, judged.n(), judged.met(), judged.missed(), judged.compliance(),
                    new Adjusted(adjusted.n(), adjusted.met(), adjusted.missed(), adjusted.compliance()));
        }

        Count judged() {
            return new Count(met, missed);
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Adjusted(long n, long met, long missed, Double compliance) {

        Count count() {
            return new Count(met, missed);
        }
    }

    /** Clocks that nobody is measured by, and how many there were. What an adjustment excluded is in the figures as judged all the same. */
    public record Apart(long cancelled, long superseded, long merged, long excluded) {
    }

    /**
     * @param instance            of the kind in its ticket, from 1
     * @param overBusinessSeconds by how much, until it was stopped or until now
     * @param reason              what is known of why, null for nothing
     * @param adjusted            what it counts as by an approved adjustment, null where there is none
     * @param adjustment          the reason of that
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Missed(String ref, Kind kind, int instance, Instant dueAt, Long overBusinessSeconds, String reason, AdjustedVerdict adjusted,
                         String adjustment) {
    }

    /**
     * A clock of a locked period that would count otherwise by now.
     *
     * @param from first day of the locked period
     * @param was  as it counts there, adjusted
     * @param at   when it became otherwise, which is in the period of this report
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Correction(String ref, Kind kind, int instance, LocalDate from, LocalDate to, AdjustedVerdict was, AdjustedVerdict becomes, Instant at,
                             String reason) {
    }

    /** @param reason null where none was given */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Lowered(String ref, Instant at, String change, String by, String reason) {
    }

    /** @param by name of who locked it */
    public record Lock(Instant at, String by) {
    }

    /** With no more than so many missed clocks, the latest. */
    SlaReport listing(int most) {
        return missed.size() <= most ? this
                : new SlaReport(client, from, to, zone, rows, apart, missed.subList(missed.size() - most, missed.size()), corrections, lowered, locked);
    }

    SlaReport locked(Lock lock) {
        return new SlaReport(client, from, to, zone, rows, apart, missed, corrections, lowered, lock);
    }
}
