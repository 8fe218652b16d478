package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.sla.Clock;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Units;

/** Stores what the clocks of tickets say when something happens: verdicts and due instants as facts, and in the history what nobody did. */
@ApplicationScoped
class Ledger {

    private final Units units;
    private final Session entities;
    private final Chronicles chronicles;
    private final ClockRows rows;
    private final Warnings warnings;
    private final Trail trail;

    Ledger(Units units, Session entities, Chronicles chronicles, ClockRows rows, Warnings warnings, Trail trail) {
        this.units = units;
        this.entities = entities;
        this.chronicles = chronicles;
        this.rows = rows;
        this.warnings = warnings;
        this.trail = trail;
    }

    private record Told(Change change, Chronicle chronicle, List<Clock> clocks, List<Chronicle.Beside> pairs) {

        static Told of(Change change, Chronicle chronicle, List<Clock> clocks) {
            return new Told(change, chronicle, clocks, chronicle.beside(clocks));
        }
    }

    /** A new ticket is inserted here, once, with what is due first already in it. */
    Outlook begin(Ticket ticket, By by) {
        Chronicle chronicle = chronicles.begun(ticket);
        List<Clock> clocks = chronicle.clocks(by.at());
        ticket.expects(Outlook.of(ticket, clocks, null, by.at()));
        entities.persist(ticket);
        return written(List.of(Told.of(new Change(ticket, List.of(), LastWords.NONE, true), chronicle, clocks)), by).get(0);
    }

    /**
     * In the order of the changes. Each ticket hears what lies ahead of it. Two verbs at once would tell the same place of the story: the later one
     * waits and finds that the ticket is not the one that it read. Where only time passes, the tickets are locked already.
     */
    List<Outlook> tell(List<Change> changes, By by) {
        changes.stream().filter(Change::touched).forEach(change -> entities.lock(change.ticket(), LockModeType.PESSIMISTIC_WRITE));
        List<Chronicle> before = chronicles.of(changes.stream().map(Change::ticket).toList());
        List<Told> told = new ArrayList<>();
        for (int place = 0; place < changes.size(); place++) {
            told.add(told(changes.get(place), before.get(place), by));
        }
        return written(told, by);
    }

    /** What edits moved is written down before anything else happens to the ticket. */
    private Told told(Change change, Chronicle until, By by) {
        if (change.events().isEmpty()) {
            Told told = Told.of(change, until, until.clocks(by.at()));
            recordEdits(until, told.pairs, by);
            return told;
        }
        if (until.isEdited()) {
            recordEdits(until, until.beside(until.clocks(by.at())), by);
        }
        Chronicle chronicle = chronicles.told(until, change.events());
        return Told.of(change, chronicle, chronicle.clocks(by.at(), change.events()));
    }

    /** The history first, then the rows: statements that are alike stand together and go to the database in batches. */
    private List<Outlook> written(List<Told> told, By by) {
        trail.record(told.stream().flatMap(Ledger::missedNow).toList(), by.channel());
        Map<Ticket, Warnings.Given> given = by.isLive() ? warnings.give(told.stream()
                .collect(HashMap::new, (map, each) -> map.put(each.change.ticket(), each.clocks), HashMap::putAll), by) : Map.of();
        store(told);
        return told.stream().map(each -> {
            Ticket ticket = each.change.ticket();
            Outlook outlook = Outlook.of(ticket, each.clocks, given.get(ticket), by.at());
            ticket.expects(outlook);
            return outlook;
        }).toList();
    }

    private static Stream<Trail.Found> missedNow(Told told) {
        return told.pairs.stream().filter(Ledger::isMissedNow).map(Chronicle.Beside::clock)
                .map(clock -> new Trail.Found(told.change.ticket().id(), Kind.BREACH, clock.kind().title() + " missed", clock.dueAt()));
    }

    private static boolean isMissedNow(Chronicle.Beside pair) {
        return pair.clock().verdict() == Clock.Verdict.MISSED && !pair.inherits() && (pair.row() == null || !pair.row().isMissed());
    }

    /** What edits of calendars or policies, or other rules of a time zone, moved since the clocks were stored. */
    private void recordEdits(Chronicle chronicle, List<Chronicle.Beside> pairs, By by) {
        pairs.stream().filter(pair -> pair.row() != null && pair.row().isMovedBy(pair.clock())).forEach(pair -> trail.record(chronicle.ticket().id(), Kind.DUE,
                false, null, cause(chronicle, pair, by) + ": " + pair.clock().kind().title() + " due moved from " + pair.row().dueAt() + " to "
                        + pair.clock().dueAt(), By.roundhouse(by.at(), by.channel())));
    }

    private static String cause(Chronicle chronicle, Chronicle.Beside pair, By by) {
        Clock clock = pair.clock();
        if (!chronicle.isEdited()) {
            return "other rules of the time zone";
        }
        if (pair.row().isOfAnotherPolicyThan(clock)) {
            return "policy " + clock.policy().name() + ", version " + clock.policy().version();
        }
        return "calendar " + clock.calendar() + ", version " + chronicle.promises().at(by.at()).calendarNamed(clock.calendar()).version();
    }

    private void store(List<Told> told) {
        rows.change(told.stream().flatMap(each -> store(each).stream()).toList());
    }

    /** @return which of those that were stored say something else now */
    private List<ClockRow> store(Told told) {
        List<ClockRow> changed = new ArrayList<>();
        Set<ClockRow> left = new HashSet<>(told.chronicle.stored());
        int place = told.chronicle.stored().stream().mapToInt(ClockRow::place).max().orElse(-1) + 1;
        for (Chronicle.Beside pair : told.pairs) {
            left.remove(pair.row());
            ClockRow row = pair.row() != null ? pair.row() : new ClockRow(Key.fresh(units.open()), told.change.ticket().id(), place++);
            boolean different = row.read(pair.clock());
            if (pair.row() == null) {
                entities.persist(row);
            } else if (different) {
                changed.add(row);
            }
        }
        // A merge that was taken back may have begun clocks that the story without it does not know
        left.forEach(entities::remove);
        return changed;
    }
}
