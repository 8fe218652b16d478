package roundhouse.environments;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import roundhouse.tenancy.Mistake;
import roundhouse.web.TimeWords;

/**
 * All environments as administrators see them, what wants something first.
 *
 * @param mistakes of the folder itself
 */
public record AdministrationScreen(List<Line> lines, List<Mistake> mistakes) {

    /**
     * One environment.
     *
     * @param state   {@code applied}, {@code suspended}, ...
     * @param tone    {@code ok}, {@code warn}, {@code over} or empty
     * @param applied when and by whom, empty where that is not known
     * @param open    whether its pages can be looked at
     */
    public record Line(String slug, String name, String state, String tone, String applied, List<Mistake> mistakes, long changes, long drift, int gaps,
                       boolean open) {

        private boolean wants() {
            return !mistakes.isEmpty() || changes > 0 || drift > 0 || gaps > 0 || !tone.equals("ok");
        }
    }

    /** @param reached the slugs whose pages the reader can open */
    static AdministrationScreen of(Overview overview, Predicate<String> reached, ZoneId zone, Instant now) {
        List<Line> lines = new ArrayList<>();
        overview.plans().forEach(plan -> lines.add(line(plan, reached.test(plan.client()), zone, now)));
        overview.waiting().forEach(waiting -> lines.add(new Line(waiting.slug(), waiting.name() == null ? waiting.slug() : waiting.name(),
                waiting.mistakes().isEmpty() ? "not applied yet" : "refused", waiting.mistakes().isEmpty() ? "warn" : "over", "", waiting.mistakes(), 0, 0, 0, false)));
        overview.suspended().forEach(closed -> lines.add(new Line(closed.slug(), closed.name(), "suspended", "", "", List.of(), 0, 0, 0, false)));
        List<Line> sorted = new ArrayList<>(lines.stream().filter(Line::wants).toList());
        lines.stream().filter(line -> !line.wants()).forEach(sorted::add);
        return new AdministrationScreen(sorted, overview.mistakes());
    }

    private static Line line(Plan plan, boolean open, ZoneId zone, Instant now) {
        String applied = plan.appliedAt() == null ? "" : TimeWords.moment(plan.appliedAt(), zone, now) + ", by " + plan.appliedBy();
        String state = !plan.mistakes().isEmpty() ? "refused" : !plan.described() ? "not in the folder" : plan.changes() > 0 ? "folder is newer" : "as the folder says";
        String tone = !plan.mistakes().isEmpty() ? "over" : !plan.described() ? "" : plan.changes() > 0 ? "warn" : "ok";
        boolean drifts = plan.drift() > 0 && tone.equals("ok");
        return new Line(plan.client(), plan.name(), drifts ? "changed on screen" : state, drifts ? "warn" : tone, applied, plan.mistakes(), plan.changes(),
                plan.drift(), plan.gaps(), open);
    }

    public long suspended() {
        return count(line -> line.state().equals("suspended"));
    }

    public long refused() {
        return count(line -> line.state().equals("refused"));
    }

    public long newer() {
        return count(line -> line.changes() > 0);
    }

    public long drifting() {
        return count(line -> line.drift() > 0);
    }

    public long withGaps() {
        return count(line -> line.gaps() > 0);
    }

    private long count(Predicate<Line> which) {
        return lines.stream().filter(which).count();
    }
}
