package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.sla.Clock;
import roundhouse.sla.Engine;
import roundhouse.sla.Event;
import roundhouse.sla.Policies;
import roundhouse.sla.Policy;
import roundhouse.sla.Story;
import roundhouse.sla.Warning;
import roundhouse.sla.Timeline;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Units;

/** Tells the engine what happened to a ticket and stores what it answers. Nothing here reckons with time itself. */
@ApplicationScoped
public class Clocks {

    private final Units units;
    private final Session entities;
    private final Policies policies;
    private final Trail trail;

    Clocks(Units units, Session entities, Policies policies, Trail trail) {
        this.units = units;
        this.entities = entities;
        this.policies = policies;
        this.trail = trail;
    }

    /** The clocks of a ticket as they stand now. */
    public List<Clock> of(Ticket ticket, Instant now) {
        List<Event> events = happenings(ticket).stream().map(Happening::event).toList();
        return Engine.clocks(timeline(ticket), story(ticket, events), notBefore(now, ticket.createdAt()));
    }

    /** The same for several tickets of this client by their ids, read at once. */
    public Map<UUID, List<Clock>> of(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Event>> events = new HashMap<>();
        entities.createQuery("from Happening h where h.id.tenantId = :tenant and h.id.ticketId in :tickets order by h.id.ticketId, h.id.place",
                        Happening.class).setParameter("tenant", units.open().tenant()).setParameter("tickets", ids).getResultList()
                .forEach(happening -> events.computeIfAbsent(happening.ticketId(), id -> new ArrayList<>()).add(happening.event()));
        return entities.createQuery("select t from Ticket t where t.key.tenantId = :tenant and t.key.id in :tickets", Ticket.class)
                .setParameter("tenant", units.open().tenant()).setParameter("tickets", ids).getResultStream()
                .collect(Collectors.toMap(Ticket::id, ticket -> Engine.clocks(timeline(ticket),
                        story(ticket, events.getOrDefault(ticket.id(), List.of())), notBefore(now, ticket.createdAt()))));
    }

    /** What they would be at an instant from now on, had this happened now. Nothing is stored. */
    List<Clock> supposing(Ticket ticket, Event supposed, Instant at) {
        List<Event> events = new ArrayList<>(happenings(ticket).stream().map(Happening::event).toList());
        events.add(supposed);
        return Engine.clocks(timeline(ticket), story(ticket, events), notBefore(at, ticket.createdAt()));
    }

    /** A new ticket is inserted here, once, with what is due first already in it. */
    Outlook begin(Ticket ticket, By by) {
        List<Clock> clocks = reckoned(ticket, List.of(), by);
        Outlook outlook = outlook(ticket, clocks, by.at());
        ticket.expects(outlook);
        entities.persist(ticket);
        store(ticket, clocks, List.of(), by);
        return outlook;
    }

    /** Two verbs at once would tell the same place of the story: the later one waits and finds that the ticket is not the one that it read. */
    Outlook tell(Ticket ticket, By by, Event... told) {
        entities.lock(ticket, LockModeType.PESSIMISTIC_WRITE);
        List<Happening> happenings = new ArrayList<>(happenings(ticket));
        List<ClockRow> before = rows(ticket);
        tellOfEdits(ticket, before, happenings, by);
        for (Event event : told) {
            Happening happening = new Happening(ticket, happenings.size(), event);
            entities.persist(happening);
            happenings.add(happening);
        }
        List<Clock> clocks = reckoned(ticket, happenings.stream().map(Happening::event).toList(), by);
        store(ticket, clocks, before, by);
        return outlook(ticket, clocks, by.at());
    }

    /** What an edit of calendars or policies alone moved since the clocks were stored, before anything else happens to the ticket. */
    private void tellOfEdits(Ticket ticket, List<ClockRow> before, List<Happening> happenings, By by) {
        Timeline timeline = timeline(ticket);
        if (timeline.editions().size() == 1) {
            return;
        }
        List<Clock> now = reckoned(ticket, happenings.stream().map(Happening::event).toList(), by);
        for (int place = 0; place < before.size() && place < now.size(); place++) {
            ClockRow row = before.get(place);
            Clock clock = now.get(place);
            if (row.isMovedBy(clock)) {
                String cause = row.isOfAnotherPolicyThan(clock) ? "policy " + clock.policy().name() + ", version " + clock.policy().version()
                        : "calendar " + clock.calendar() + ", version " + timeline.at(by.at()).calendarNamed(clock.calendar()).version();
                trail.record(ticket.id(), Kind.DUE, false, null, cause + ": " + clock.kind().title() + " due moved from " + row.dueAt() + " to " + clock.dueAt(),
                        By.roundhouse(by.at(), by.channel()));
            }
        }
    }

    /** Whether a promise that is still kept has come so far that its policy warns of it. */
    boolean haveWarned(Ticket ticket, Instant now) {
        List<Warning> warnings = timeline(ticket).at(now).governing(ticket.priority(), ticket.category(), ticket.asset()).map(Policy::warnings).orElse(List.of());
        return of(ticket, now).stream().filter(Clock::promised).anyMatch(clock -> clock.isOpen() && warnings.stream().anyMatch(warning -> warning.hasPassed(clock, now)));
    }

    Instant reopenUntil(Ticket ticket, Instant at) {
        return timeline(ticket).at(at).reopenableUntil(ticket.priority(), ticket.category(), ticket.asset(), at);
    }

    /** @param wished null for what the policy says. @return null for never */
    Instant holdEnds(Ticket ticket, Instant wished, Instant at) {
        return timeline(ticket).at(at).holdEnds(ticket.priority(), ticket.category(), ticket.asset(), at, wished);
    }

    private List<Clock> reckoned(Ticket ticket, List<Event> events, By by) {
        return Engine.clocks(timeline(ticket), story(ticket, events), notBefore(by.at(), ticket.createdAt()));
    }

    private void store(Ticket ticket, List<Clock> clocks, List<ClockRow> before, By by) {
        for (Clock clock : clocks) {
            boolean known = before.stream().anyMatch(row -> row.isOf(clock) && row.isMissed());
            if (clock.verdict() == Clock.Verdict.MISSED && !known) {
                trail.record(ticket.id(), Kind.BREACH, false, null, clock.kind().title() + " missed", By.roundhouse(clock.dueAt(), by.channel()));
            }
        }
        for (int place = 0; place < clocks.size(); place++) {
            ClockRow row = place < before.size() ? before.get(place) : new ClockRow(Key.fresh(units.open()), ticket.id(), place);
            row.read(clocks.get(place));
            if (place >= before.size()) {
                entities.persist(row);
            }
        }
    }

    private Outlook outlook(Ticket ticket, List<Clock> clocks, Instant now) {
        Optional<Clock> next = clocks.stream().filter(clock -> clock.isOpen() && clock.dueAt() != null && clock.state() == Clock.State.RUNNING)
                .min(Comparator.comparing(Clock::dueAt));
        Due due = next.map(clock -> new Due(clock.dueAt(), clock.kind().word(), clock.calendar(), clock.budgetSeconds().intValue(),
                (int) clock.consumedSeconds(), now)).orElse(Due.NOTHING);
        Stream<Instant> breaches = clocks.stream().filter(clock -> clock.isOpen() && clock.verdict() == null && clock.dueAt() != null)
                .map(clock -> clock.dueAt().plusSeconds(1));
        Instant holdEnds = ticket.status() != Status.PENDING ? null : ticket.hold().until();
        Instant closes = ticket.status() == Status.RESOLVED ? ticket.reopenUntil().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1) : null;
        Instant attention = Stream.concat(breaches, Stream.of(Optional.ofNullable(holdEnds), Optional.ofNullable(closes)).flatMap(Optional::stream))
                .min(Comparator.naturalOrder()).orElse(null);
        return new Outlook(due, attention);
    }

    private static Story story(Ticket ticket, List<Event> events) {
        return new Story(ticket.bornPriority(), ticket.bornCategory(), ticket.asset(), ticket.createdAt(), events);
    }

    private Timeline timeline(Ticket ticket) {
        return policies.timeline(ticket.createdAt());
    }

    /** Replicas may differ by a breath; a story goes forward only. */
    private static Instant notBefore(Instant now, Instant earliest) {
        return now.isBefore(earliest) ? earliest : now;
    }

    private List<Happening> happenings(Ticket ticket) {
        return entities.createQuery("from Happening h where h.id.tenantId = :tenant and h.id.ticketId = :ticket order by h.id.place", Happening.class)
                .setParameter("tenant", ticket.key().tenantId()).setParameter("ticket", ticket.id()).getResultList();
    }

    private List<ClockRow> rows(Ticket ticket) {
        return entities.createQuery("from ClockRow c where c.key.tenantId = :tenant and c.ticketId = :ticket order by c.place", ClockRow.class)
                .setParameter("tenant", ticket.key().tenantId()).setParameter("ticket", ticket.id()).getResultList();
    }
}
