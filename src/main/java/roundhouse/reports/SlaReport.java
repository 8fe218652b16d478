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
 * @param client slug
 * @param from   in the client's zone
 * @param to     included
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SlaReport(String client, LocalDate from, LocalDate to, String zone, List<Row> rows, Apart apart, List<Missed> missed) {

    /** @param missed the open and overdue among them */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(Kind kind, Priority priority, long n, long met, long missed, Double compliance) {

        static Row of(Kind kind, Priority priority, long met, long missed) {
            return new Row(kind, priority, met + missed, met, missed, share(met, missed));
        }
    }

    /** Clocks that nobody is measured by, and how many there were. */
    public record Apart(long cancelled, long superseded, long merged, long excluded) {
    }

    /**
     * @param overBusinessSeconds by how much, until it was stopped or until now
     * @param reason              what the ticket was on hold for when it fell due, null where nothing is known
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Missed(String ref, Kind kind, Instant dueAt, Long overBusinessSeconds, String reason) {
    }

    /** To four decimals; null where nothing was judged. */
    static Double share(long met, long missed) {
        return met + missed == 0 ? null : Math.round(10_000.0 * met / (met + missed)) / 10_000.0;
    }
}
