package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Warnings warnings;
    private final Trail trail;

    Ledger(Units units, Session entities, Chronicles chronicles, Warnings warnings, Trail trail) {
        this.units = units;
        this.entities = entities;
        this.chronicles = chronicles;
        this.warnings = warnings;
        this.trail = trail;
    }

    private record Told(Change change, Chronicle chronicle, List<Clock> clocks) {
    }

    /** A new ticket is inserted here, once, with what is due first already in it. */
    Outlook begin(Ticket ticket, By by) {
        Chronicle chronicle = chronicles.begun(ticket);
        List<Clock> clocks = chronicle.clocks(by.at());
        ticket.expects(Outlook.of(ticket, clocks, null, by.at()));
        entities.persist(ticket);
        Told told = new Told(new Change(ticket, List.of(), Queue.LastWords.NONE, true), chronicle, clocks);
        return written(List.of(told), by).get(0);
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
            Change change = changes.get(place);
            Chronicle until = before.get(place);
            boolean edited = until.promises().editions().size() > 1;
            if (edited && !change.events().isEmpty()) {
                recordEdits(until, until.clocks(by.at()), by);
            }
            Chronicle chronicle = chronicles.told(until, change.events());
            List<Clock> clocks = chronicle.clocks(by.at(), change.events());
            if (change.events().isEmpty()) {
                recordEdits(until, clocks, by);
            }
            told.add(new Told(change, chronicle, clocks));
        }
        return written(told, by);
    }

    /** The history first, then the rows: statements that are alike stand together and go to the database in batches. */
    private List<Outlook> written(List<Told> told, By by) {
        told.forEach(each -> recordWhatNobodyDid(each, by));
        Map<Ticket, Warnings.Given> given = by.isLive() ? warnings.give(told.stream()
                .collect(HashMap::new, (map, each) -> map.put(each.change.ticket(), each.clocks), HashMap::putAll), by) : Map.of();
        told.forEach(this::store);
        return told.stream().map(each -> {
            Ticket ticket = each.change.ticket();
            Outlook outlook = Outlook.of(ticket, each.clocks, given.get(ticket), by.at());
            ticket.expects(outlook);
            return outlook;
        }).toList();
    }

    private void recordWhatNobodyDid(Told told, By by) {
        Map<Chronicle.Name, ClockRow> rows = told.chronicle.rows();
        List<Chronicle.Name> names = Chronicle.names(told.clocks);
        for (int place = 0; place < names.size(); place++) {
            Clock clock = told.clocks.get(place);
            ClockRow row = rows.get(names.get(place));
            boolean inherited = names.get(place).turn() > 0 && row == null;
            if (clock.verdict() == Clock.Verdict.MISSED && !inherited && (row == null || !row.isMissed())) {
                trail.record(told.change.ticket().id(), Kind.BREACH, false, null, clock.kind().title() + " missed", By.roundhouse(clock.dueAt(), by.channel()));
            }
        }
    }

    /** What edits of calendars or policies, or other rules of a time zone, moved since the clocks were stored, before anything else happens to the ticket. */
    private void recordEdits(Chronicle chronicle, List<Clock> clocks, By by) {
        boolean edited = chronicle.promises().editions().size() > 1;
        Map<Chronicle.Name, ClockRow> rows = chronicle.rows();
        List<Chronicle.Name> names = Chronicle.names(clocks);
        for (int place = 0; place < names.size(); place++) {
            Clock clock = clocks.get(place);
            ClockRow row = rows.get(names.get(place));
            if (row != null && row.isMovedBy(clock)) {
                String cause = !edited ? "other rules of the time zone" : row.isOfAnotherPolicyThan(clock) ? "policy " + clock.policy().name() + ", version "
                        + clock.policy().version() : "calendar " + clock.calendar() + ", version "
                        + chronicle.promises().at(by.at()).calendarNamed(clock.calendar()).version();
                trail.record(chronicle.ticket().id(), Kind.DUE, false, null, cause + ": " + clock.kind().title() + " due moved from " + row.dueAt() + " to "
                        + clock.dueAt(), By.roundhouse(by.at(), by.channel()));
            }
        }
    }

    private void store(Told told) {
        Map<Chronicle.Name, ClockRow> rows = new HashMap<>(told.chronicle.rows());
        int place = told.chronicle.stored().stream().mapToInt(ClockRow::place).max().orElse(-1) + 1;
        List<Chronicle.Name> names = Chronicle.names(told.clocks);
        for (int each = 0; each < names.size(); each++) {
            ClockRow known = rows.remove(names.get(each));
            ClockRow row = known != null ? known : new ClockRow(Key.fresh(units.open()), told.change.ticket().id(), place++);
            row.read(told.clocks.get(each));
            if (known == null) {
                entities.persist(row);
            }
        }
        // A merge that was taken back may have begun clocks that the story without it does not know
        rows.values().forEach(entities::remove);
    }
}
