package roundhouse.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import roundhouse.sla.Kind;
import roundhouse.sla.Priority;
import roundhouse.tickets.Repair;

/**
 * What would be otherwise if the stories of a period were told anew.
 *
 * @param tickets  that were told
 * @param clocks   of them
 * @param verdicts how many verdicts would change
 * @param dues     how many due instants would change and no verdict
 * @param changes  the verdicts first, at most {@link RepairDifferences#MOST}
 * @param omitted  how many more there are: a shorter period shows them
 * @param refused  references of tickets whose story cannot be told
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RepairView(String client, LocalDate from, LocalDate to, Repair.Terms terms, long tickets, long clocks, long verdicts, long dues,
                         List<Change> changes, long omitted, List<String> refused) {

    /** @param proposed that it be adjusted, and nobody has decided yet, or it was approved */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(String ref, Kind kind, int instance, Priority priority, State was, State becomes, boolean proposed) {

        boolean isOfVerdict() {
            return was.verdict() != becomes.verdict();
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record State(AdjustedVerdict verdict, Instant dueAt) {
    }
}
