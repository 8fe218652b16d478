package roundhouse.tickets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import roundhouse.sla.Coverage;
import roundhouse.sla.Kind;
import roundhouse.sla.Match;
import roundhouse.sla.Priority;
import roundhouse.sla.Promises;

/**
 * Which promise holds for what a client may ask for.
 *
 * @param assets policies for one asset each
 * @param gaps   first responses and resolutions that no policy speaks of, in sentences
 * @param silent the other kinds of which no policy speaks, whatever is asked for
 */
public record CoverageScreen(String slug, String client, List<Priority> priorities, List<Line> lines, List<ForAsset> assets, List<String> gaps,
                      List<String> silent) {

    /**
     * @param slug     null for tickets without a category
     * @param policies that win somewhere in this category, in the order in which they are asked
     * @param gaps     whether a first response or a resolution is promised nowhere
     */
    public record Line(String slug, String name, List<String> policies, boolean gaps, List<KindLine> kinds) {
    }

    /** A policy that stands before all others, for tickets about one asset. */
    public record ForAsset(String tag, String policy) {
    }

    /** One kind over all priorities. */
    public record KindLine(String title, List<Coverage> cells) {
    }

    public static CoverageScreen of(String slug, String client, Promises promises, List<Category> categories) {
        List<Line> lines = new ArrayList<>();
        categories.forEach(category -> lines.add(line(category.slug(), category.name(), Coverage.of(promises, category.slug()))));
        lines.add(line(null, "Without a category", Coverage.of(promises, null)));
        List<ForAsset> assets = promises.own().policies().stream().filter(policy -> policy.match() instanceof Match.Asset)
                .map(policy -> new ForAsset(((Match.Asset) policy.match()).tag(), policy.name())).sorted(Comparator.comparing(ForAsset::tag)).toList();
        return new CoverageScreen(slug, client, Coverage.priorities(), lines, assets, lines.stream().filter(Line::gaps).map(CoverageScreen::sentence).toList(), silent(lines));
    }

    private static Line line(String slug, String name, List<Coverage> coverage) {
        Map<Kind, List<Coverage>> kinds = coverage.stream().collect(Collectors.groupingBy(Coverage::kind, LinkedHashMap::new, Collectors.toList()));
        return new Line(slug, name, coverage.stream().filter(cell -> !cell.isGap()).sorted(Comparator.comparing(Coverage::turn)).map(Coverage::whose).distinct().toList(),
                coverage.stream().anyMatch(cell -> cell.isBasic() && cell.isGap()),
                kinds.entrySet().stream().map(kind -> new KindLine(kind.getKey().title(), kind.getValue())).toList());
    }

    /** {@code E-mail: no policy speaks of first response for P3, P4} */
    private static String sentence(Line line) {
        return line.name() + ": no policy speaks of " + line.kinds().stream().filter(kind -> kind.cells().stream().anyMatch(cell -> cell.isBasic() && cell.isGap()))
                .map(kind -> kind.title() + " for " + kind.cells().stream().filter(Coverage::isGap).map(cell -> cell.priority().name()).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" and "));
    }

    private static List<String> silent(List<Line> lines) {
        return lines.get(0).kinds().stream().map(KindLine::title).filter(title -> lines.stream().flatMap(line -> line.kinds().stream())
                .filter(kind -> kind.title().equals(title)).flatMap(kind -> kind.cells().stream()).allMatch(Coverage::isGap)).toList();
    }
}
