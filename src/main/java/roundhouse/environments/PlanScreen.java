package roundhouse.environments;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import roundhouse.sla.PlannedTerm;
import roundhouse.sla.TermsScreen;
import roundhouse.web.TimeWords;

/**
 * A plan as the page draws it, what asks for a decision first.
 *
 * @param applied {@code Mon 09:00 by Olga Berg}, null for never
 */
public record PlanScreen(Plan plan, String applied, List<Line> drift, List<Line> coming, List<Line> gone, List<Line> unchanged) {

    /** @param since when what stands was made, in the provider's zone; null where nothing stands. @param address of its page */
    public record Line(PlannedTerm term, String since, String address) {

        public String id() {
            return term.key().replaceAll("[^\\p{L}\\p{N}]", "-") + (term.isOwn() ? "" : "-of-the-provider");
        }
    }

    static PlanScreen of(Plan plan, ZoneId zone, Instant now) {
        List<Line> lines = plan.terms().stream().map(term -> new Line(term, term.stands() == null ? null : TimeWords.moment(term.stands().since(), zone, now),
                term.stands() == null ? null : TermsScreen.address(term.of(), plan.client(), term.name(), term.isOwn()).toString())).toList();
        return new PlanScreen(plan, plan.appliedAt() == null ? null : TimeWords.moment(plan.appliedAt(), zone, now) + " by " + plan.appliedBy(),
                lines.stream().filter(line -> line.term().drifts() || line.term().choosable()).toList(),
                lines.stream().filter(line -> line.term().applies()).toList(),
                lines.stream().filter(line -> line.term().state() == PlannedTerm.State.GONE && !line.term().drifts()).toList(),
                lines.stream().filter(line -> line.term().state() == PlannedTerm.State.UNCHANGED).toList());
    }

    public boolean isChoosable() {
        return drift.stream().anyMatch(line -> line.term().choosable());
    }
}
