package roundhouse.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Difference;
import roundhouse.tickets.Reference;
import roundhouse.tickets.Repair;

/** The dry run of a client's period, in a shape that fits on a page whatever the size of the client. */
@ApplicationScoped
class RepairDifferences {

    static final int MOST = 1_000;

    private final Repair repair;
    private final Adjustments adjustments;
    private final Units units;

    RepairDifferences(Repair repair, Adjustments adjustments, Units units) {
        this.repair = repair;
        this.adjustments = adjustments;
        this.units = units;
    }

    private static final class Gathered {
        private final List<Difference> verdicts = new ArrayList<>();
        private final List<Difference> dues = new ArrayList<>();
        private long verdictsInAll;
        private long duesInAll;

        void add(Difference difference) {
            if (difference.isOfVerdict()) {
                verdictsInAll++;
                keep(verdicts, difference);
            } else {
                duesInAll++;
                keep(dues, difference);
            }
        }

        private static void keep(List<Difference> some, Difference difference) {
            if (some.size() < MOST) {
                some.add(difference);
            }
        }
    }

    /** Opens units of work of its own: not to be called in one. */
    RepairView of(Tenant client, SignedIn person, Period period, Repair.Terms terms) {
        Gathered gathered = new Gathered();
        Repair.Told told = repair.over(client.id(), person.side(), person.person(), period.begin(), period.end(), terms, gathered::add);
        Set<String> proposed = units.inside(client.id(), person.side(), person.person(), () -> adjustments.all(client, null)).stream()
                .filter(adjustment -> adjustment.state() != Adjustment.State.DECLINED)
                .map(adjustment -> name(adjustment.ref(), adjustment.kind(), adjustment.instance())).collect(Collectors.toSet());
        List<RepairView.Change> changes = Stream.concat(gathered.verdicts.stream(), gathered.dues.stream()).limit(MOST)
                .map(difference -> change(client, difference, proposed)).toList();
        return new RepairView(client.slug(), period.from(), period.to(), terms, told.tickets(), told.clocks(), gathered.verdictsInAll, gathered.duesInAll,
                changes, gathered.verdictsInAll + gathered.duesInAll - changes.size(),
                told.refused().stream().map(number -> new Reference(client.prefix(), number).toString()).toList());
    }

    private static RepairView.Change change(Tenant client, Difference difference, Set<String> proposed) {
        String ref = new Reference(client.prefix(), difference.number()).toString();
        return new RepairView.Change(ref, difference.kind(), difference.instance(), difference.priority(), state(difference.was()), state(difference.becomes()),
                proposed.contains(name(ref, difference.kind(), difference.instance())));
    }

    private static RepairView.State state(Difference.Judgement judgement) {
        return judgement == null ? new RepairView.State(AdjustedVerdict.UNJUDGED, null)
                : new RepairView.State(AdjustedVerdict.of(judgement.verdict()), judgement.dueAt());
    }

    private static String name(String ref, roundhouse.sla.Kind kind, int instance) {
        return ref + " " + kind.word() + " " + instance;
    }
}
