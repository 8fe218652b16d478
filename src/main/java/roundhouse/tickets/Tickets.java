package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.UUID;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Event;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Rows;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Forbidden;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;
import roundhouse.web.Stale;

/** Finding tickets, and the verbs that need others: each changes the ticket, tells its clocks and the queue, and ends in the trail. */
@ApplicationScoped
public class Tickets extends Rows<Ticket> {

    private final Tenants tenants;
    private final People people;
    private final Catalogue catalogue;
    private final Births births;
    private final Clocks clocks;
    private final Enclosures enclosures;
    private final Trail trail;
    private final Consequences consequences;
    private final PassingTime passing;
    private final DatabaseTime time;

    Tickets(Tenants tenants, People people, Catalogue catalogue, Births births, Clocks clocks, Consequences consequences, PassingTime passing,
            Enclosures enclosures, Trail trail, DatabaseTime time) {
        this.tenants = tenants;
        this.people = people;
        this.catalogue = catalogue;
        this.births = births;
        this.clocks = clocks;
        this.enclosures = enclosures;
        this.trail = trail;
        this.consequences = consequences;
        this.passing = passing;
        this.time = time;
    }

    /** Opens a unit of work inside the ticket's client and hands the ticket on, if this person may read it. */
    public <T> T with(SignedIn person, String reference, Function<Ticket, T> work) {
        Reference asked = Reference.of(reference).orElseThrow(NotFound::new);
        Tenant tenant = tenants.byPrefix(asked.prefix()).filter(found -> person.reach().includes(found.id())).orElseThrow(NotFound::new);
        return units.inside(tenant.id(), person.side(), person.person(),
                () -> work.apply(upToDate(numbered(asked.number()).filter(ticket -> mayRead(person, ticket)).orElseThrow(NotFound::new))));
    }

    /** The same for whoever may also work it. */
    public <T> T working(SignedIn person, String reference, Function<Ticket, T> work) {
        return with(person, reference, ticket -> {
            if (!person.may(Right.WORK_TICKETS)) {
                throw new Forbidden("Tickets are worked by technicians and administrators; you may read this one.");
            }
            return work.apply(ticket);
        });
    }

    /** The same for whoever takes part in the conversation: the ticket's client, technicians and administrators. */
    public <T> T answering(SignedIn person, String reference, Function<Ticket, T> work) {
        return person.isStaff() ? working(person, reference, work) : with(person, reference, work);
    }

    /** Opens a unit of work inside a client for a submission by this person. */
    public <T> T asking(SignedIn person, Tenant tenant, Supplier<T> work) {
        if (!person.reach().includes(tenant.id())) {
            throw new NotFound();
        }
        if (person.isStaff() && !person.may(Right.WORK_TICKETS)) {
            throw new Forbidden("Tickets are opened by clients, technicians and administrators.");
        }
        return units.inside(tenant.id(), person.side(), person.person(), work);
    }

    public Optional<Ticket> numbered(int number) {
        return getEntityManager().createQuery("""
                        select t from Ticket t join fetch t.requester left join fetch t.assignee
                        where t.key.tenantId = :tenant and t.number = :number""", Ticket.class)
                .setParameter("tenant", units.open().tenant()).setParameter("number", number).getResultStream().findFirst();
    }

    record Waited(Integer one) {
    }

    /** The new beginning at this client of another client's misrouted ticket. Two that ask at once wait for each other, so that one of them begins it. */
    Optional<Ticket> begunAs(UUID origin) {
        getEntityManager().createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext(:origin), :tenant)) waited", Waited.class)
                .setParameter("origin", origin.toString()).setParameter("tenant", units.open().tenant()).getSingleResult();
        return here("origin = :origin", Map.of("origin", origin)).firstResultOptional();
    }

    /** A new ticket in the client of the open unit of work. */
    public Ticket submit(Submission submission, By by) {
        return submit(submission, List.of(), by);
    }

    public Ticket submit(Submission submission, List<Enclosure> enclosed, By by) {
        return births.of(submission, enclosed, null, by);
    }

    /** @param origin the misrouted ticket of which it is the new beginning */
    Ticket submit(Submission submission, UUID origin, By by) {
        return births.of(submission, List.of(), origin, by);
    }

    /** A public word. The client's answer ends a hold for the client, and within the window it reopens what was resolved. */
    public void reply(Ticket ticket, String body, By by) {
        reply(ticket, body, List.of(), by);
    }

    public void reply(Ticket ticket, String body, List<Enclosure> enclosed, By by) {
        boolean reopens = !by.isStaff() && ticket.status() == Status.RESOLVED;
        ticket.replied(by);
        if (reopens) {
            trail.record(ticket.id(), Kind.REOPENING, true, null, "by an answer", by);
        }
        enclosures.add(enclosed, trail.record(ticket.id(), Kind.MESSAGE, true, body, null, by), by);
        consequences.of(ticket, LastWords.of(body, by.name()), by, by.isStaff() ? new Event.StaffReply(by.at()) : new Event.ClientReply(by.at()));
    }

    public void note(Ticket ticket, String body, By by) {
        note(ticket, body, List.of(), by);
    }

    public void note(Ticket ticket, String body, List<Enclosure> enclosed, By by) {
        ticket.noted(by);
        enclosures.add(enclosed, trail.record(ticket.id(), Kind.NOTE, false, body, null, by), by);
        consequences.of(ticket, LastWords.of(body, by.name()), by, new Event.Note(by.at()));
    }

    /** A telephone call with the client that somebody wrote down. */
    public void call(Ticket ticket, String body, By by) {
        ticket.called(by);
        trail.record(ticket.id(), Kind.CALL, true, body, null, by);
        consequences.of(ticket, LastWords.of(body, by.name()), by, new Event.Call(by.at()));
    }

    /** @param minutes worked, at least 1 */
    public void spend(Ticket ticket, int minutes, String note, boolean billable, By by) {
        ticket.noted(by);
        trail.record(ticket.id(), Kind.TIME, false, note, minutes + " min" + (billable ? "" : ", not billable"), by);
        consequences.of(ticket, LastWords.NONE, by);
    }

    /** @param user of a technician who reaches this client, null to give it back to the tier */
    public void assign(Ticket ticket, String user, By by) {
        Person assignee = user == null ? null : people.workingHere(user).orElseThrow(
                () -> Refused.field("assignee", user + " does not work tickets of this client: choose someone who reaches it."));
        String before = ticket.assignee() == null ? "nobody" : ticket.assignee().name();
        ticket.assigned(assignee, by);
        trail.record(ticket.id(), Kind.ASSIGNMENT, false, null, before + " to " + (assignee == null ? "nobody" : assignee.name()), by);
        consequences.of(ticket, LastWords.NONE, by, assignee == null ? new Event[0] : new Event[]{new Event.Assign(by.at())});
    }

    /** For oneself, what nobody has. @throws Stale saying who was faster */
    public void take(Ticket ticket, By by) {
        Person assignee = ticket.assignee();
        if (assignee == null) {
            assign(ticket, by.user(), by);
        } else if (assignee.id() != by.person()) {
            throw new Stale(Meanwhile.taken(assignee, trail.of(ticket.id()), by.at()));
        }
    }

    /** It ends at its own instant or when the policy's longest hold is over, whichever is first. */
    public void hold(Ticket ticket, Hold wished, By by) {
        Hold hold = new Hold(wished.reason(), wished.question(), clocks.holdEnds(ticket, wished.until(), by.at()));
        ticket.held(hold, by);
        String until = hold.until() == null ? "" : " until " + hold.until();
        if (hold.asks()) {
            trail.record(ticket.id(), Kind.MESSAGE, true, hold.question(), null, by);
        }
        trail.record(ticket.id(), Kind.HOLD, false, null, hold.reason().phrase() + until, by);
        LastWords last = hold.asks() ? LastWords.of(hold.question(), by.name()) : LastWords.NONE;
        consequences.of(ticket, last, by, new Event.Hold(by.at(), hold.reason(), hold.until()));
    }

    public void resume(Ticket ticket, By by) {
        ticket.resumed(by);
        trail.record(ticket.id(), Kind.RESUMPTION, false, null, null, by);
        consequences.of(ticket, LastWords.NONE, by, new Event.Resume(by.at()));
    }

    /** The summary is a public word to the client, so it answers as a reply does; a change of status alone would not. */
    public void resolve(Ticket ticket, Resolution resolution, By by) {
        ticket.resolved(resolution, clocks.reopenUntil(ticket, by.at()), by);
        trail.record(ticket.id(), Kind.RESOLUTION, true, resolution.summary(), resolution.code().word(), by);
        consequences.of(ticket, LastWords.of(resolution.summary(), by.name()), by, new Event.StaffReply(by.at()), new Event.Resolve(by.at()));
    }

    public void reopen(Ticket ticket, String reason, By by) {
        ticket.reopened(by);
        trail.record(ticket.id(), Kind.REOPENING, true, reason, null, by);
        consequences.of(ticket, LastWords.NONE, by, new Event.Reopen(by.at()));
    }

    /** @param reason null or empty for none; a promise whose warning has passed is not stretched without one */
    public void prioritise(Ticket ticket, Priority priority, String reason, By by) {
        Priority before = ticket.priority();
        if (before.isMoreUrgentThan(priority) && (reason == null || reason.isBlank()) && clocks.haveWarned(ticket, by.at())) {
            throw Refused.field("reason", "Say why: a warning of this ticket has passed already, and a lower priority gives it more time. The report lists it.");
        }
        ticket.prioritised(priority, by);
        trail.record(ticket.id(), Kind.PRIORITY, false, reason, before + " to " + priority, by);
        consequences.of(ticket, LastWords.NONE, by, new Event.PriorityChanged(by.at(), priority));
    }

    public void categorise(Ticket ticket, String slug, By by) {
        catalogue.asked(slug);
        String before = ticket.category();
        ticket.categorised(slug, by);
        trail.record(ticket.id(), Kind.CATEGORY, false, null, before + " to " + slug, by);
        consequences.of(ticket, LastWords.NONE, by, new Event.CategoryChanged(by.at(), slug));
    }

    private boolean mayRead(SignedIn person, Ticket ticket) {
        return person.isStaff() ? person.may(Right.READ_TICKETS)
                : !ticket.isMisrouted() && (person.may(Right.READ_COMPANY_TICKETS) || ticket.requester().id() == person.person());
    }

    /** A late timer cannot turn a miss into a hit: whoever touches the ticket first writes what has passed. */
    private Ticket upToDate(Ticket ticket) {
        Instant now = time.now();
        if (ticket.wantsAttention(now)) {
            getEntityManager().refresh(ticket, LockModeType.PESSIMISTIC_WRITE);
        }
        if (ticket.wantsAttention(now)) {
            passing.catchUp(ticket, By.roundhouse(now, Channel.TIMER));
        }
        return ticket;
    }
}
