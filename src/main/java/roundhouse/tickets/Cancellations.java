package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import roundhouse.audit.Entry;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.SignedIn;
import roundhouse.sla.CancelReason;
import roundhouse.sla.Event;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Refused;

/** Tickets that end without an answer, and misrouted ones that begin anew at the right client. */
@ApplicationScoped
public class Cancellations {

    private static final String BEGAN_ANEW = "This was sent to the wrong place first. It is opened anew here with its original start, from which its promises count. "
            + "Category, asset, answers and files were not taken along.";

    private final Tickets tickets;
    private final TicketViews views;
    private final Consequences consequences;
    private final Trail trail;
    private final Tenants tenants;

    Cancellations(Tickets tickets, TicketViews views, Consequences consequences, Trail trail, Tenants tenants) {
        this.tickets = tickets;
        this.views = views;
        this.consequences = consequences;
        this.trail = trail;
        this.tenants = tenants;
    }

    private record Misrouted(UUID id, Submission submission, By asked) {
    }

    /** In the open unit of work. A misrouted one is out of this client's portal and report. */
    public void cancel(Ticket ticket, CancelReason reason, By by) {
        ticket.cancelled(reason, by);
        trail.record(ticket.id(), Kind.CANCELLATION, false, null, reason.word(), by);
        if (!ticket.isMisrouted()) {
            trail.record(ticket.id(), Kind.STATUS, true, null, "closed", by);
        }
        consequences.of(ticket, LastWords.NONE, by, new Event.Cancelled(by.at(), reason));
    }

    /**
     * Opens a misrouted ticket anew at the right client, before it is cancelled where it was. Not to be called in a unit of work: it opens one in
     * each client. If the second half never came, trying again finds what the first half opened.
     *
     * @param version of an If-Match header, null for none
     * @return reference of the new one, empty where the wish is for none or the ticket is cancelled already
     */
    public Optional<String> openAnew(SignedIn person, String reference, String version, Cancellation wish, By by) {
        if (!wish.goesElsewhere()) {
            return Optional.empty();
        }
        if (wish.reason() != CancelReason.MISROUTED) {
            throw Refused.field("client", "Only a misrouted ticket is opened anew at another client.");
        }
        Tenant right = tenants.bySlug(wish.client()).filter(found -> person.reach().includes(found.id()))
                .orElseThrow(() -> Refused.field("client", "You reach no client " + wish.client() + "."));
        return tickets.working(person, reference, ticket -> misrouted(ticket, right, version, wish, by))
                .map(was -> tickets.asking(person, right, () -> new Reference(right.prefix(), begun(was, by).number()).toString()));
    }

    private Optional<Misrouted> misrouted(Ticket ticket, Tenant right, String version, Cancellation wish, By by) {
        if (ticket.status() == Status.CANCELLED) {
            return Optional.empty();
        }
        views.unchangedSince(version, ticket);
        ticket.status().unfinishedOr("A cancellation");
        if (right.id() == ticket.key().tenantId()) {
            throw Refused.field("client", "It is this client's already: choose the one whose it really is.");
        }
        String words = trail.of(ticket.id()).stream().filter(entry -> entry.kind() == Kind.MESSAGE).map(Entry::body).findFirst().orElse(ticket.subject());
        By asked = new By(by.person(), by.user(), by.name(), by.side(), ticket.createdAt(), by.channel());
        return Optional.of(new Misrouted(ticket.id(), new Submission(ticket.subject(), words, ticket.priority(), null, null, wish.requester(), null), asked));
    }

    private Ticket begun(Misrouted was, By by) {
        return tickets.begunAs(was.id()).orElseGet(() -> {
            Ticket ticket = tickets.submit(was.submission(), was.id(), was.asked());
            trail.record(ticket.id(), Kind.NOTE, false, BEGAN_ANEW, null, by);
            consequences.of(ticket, LastWords.NONE, by);
            return ticket;
        });
    }
}
