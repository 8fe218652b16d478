package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.search.Findable;
import roundhouse.search.SearchIndex;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/** How a ticket comes into the world, in the client of the open unit of work. */
@ApplicationScoped
class Births {

    private final Units units;
    private final Tenants tenants;
    private final People people;
    private final Catalogue catalogue;
    private final Questions questions;
    private final TicketNumbers numbers;
    private final Consequences consequences;
    private final Enclosures enclosures;
    private final Trail trail;
    private final SearchIndex search;

    Births(Units units, Tenants tenants, People people, Catalogue catalogue, Questions questions, TicketNumbers numbers, Consequences consequences,
            Enclosures enclosures, Trail trail, SearchIndex search) {
        this.units = units;
        this.tenants = tenants;
        this.people = people;
        this.catalogue = catalogue;
        this.questions = questions;
        this.numbers = numbers;
        this.consequences = consequences;
        this.enclosures = enclosures;
        this.trail = trail;
        this.search = search;
    }

    /** @param origin the misrouted ticket of which it is the new beginning, null for none */
    Ticket of(Submission told, List<Enclosure> enclosed, UUID origin, By by) {
        Optional<Category> category = catalogue.asked(told.category());
        Submission submission = questions.accepted(told, category.map(Category::fields).orElse(List.of()), enclosed, by);
        Person requester = requester(submission, by);
        Priority priority = submission.priority() != null ? submission.priority() : category.map(Category::priority).orElse(Priority.P3);
        Tier tier = category.map(Category::tier).orElse(Tier.FIRST);
        Ticket ticket = new Ticket(Key.fresh(units.open()), numbers.next(), submission, priority, tier, requester, by);
        ticket.beganAs(origin);
        consequences.begin(ticket, LastWords.of(submission.body(), requester.name()), by);
        findable(ticket);
        enclosures.add(enclosed, trail.record(ticket.id(), Kind.MESSAGE, true, submission.body(), null, by), by);
        return ticket;
    }

    private Person requester(Submission submission, By by) {
        if (submission.requester() == null) {
            if (by.side() == Side.CLIENT) {
                return people.ofThisClient(by.user()).orElseThrow(NotFound::new);
            }
            throw Refused.field("requester", "Say for which person of this client it is.");
        }
        return people.ofThisClient(submission.requester()).orElseThrow(
                () -> Refused.field("requester", "This client has nobody with the user name " + submission.requester() + "."));
    }

    /** Its words follow as they are recorded: {@link SearchOnRecorded}. */
    private void findable(Ticket ticket) {
        Reference reference = new Reference(tenants.byId(units.open().tenant()).orElseThrow().prefix(), ticket.number());
        Person requester = ticket.requester();
        String number = String.valueOf(ticket.number());
        search.put(new Findable("ticket", ticket.id().toString(), number, ticket.subject(), true, reference + " " + requester.name() + " " + requester.user() + " "
                        + requester.email() + (ticket.asset() == null ? "" : " " + ticket.asset()), new String[] {reference.toString(), number}, "", ticket.updatedAt()),
                ticket.status().name(), ticket.status().inThePortal(ticket.hold()).name(), requester.id(), ticket.number());
    }
}
