package roundhouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import roundhouse.audit.Entry;
import roundhouse.audit.Kind;
import roundhouse.audit.Recorded;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.identity.Role;
import roundhouse.tenancy.BeforeCommit;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.Tickets;

/** Writes to whoever a promise that comes near is up to: the assignee, else the technicians of its tier, else the administrators. */
@ApplicationScoped
class WarnStaffOnRecorded {

    private final BeforeCommit beforeCommit;
    private final Tickets tickets;
    private final People people;
    private final Letters letters;
    private final Outbox outbox;

    WarnStaffOnRecorded(BeforeCommit beforeCommit, Tickets tickets, People people, Letters letters, Outbox outbox) {
        this.beforeCommit = beforeCommit;
        this.tickets = tickets;
        this.people = people;
        this.letters = letters;
        this.outbox = outbox;
    }

    void warn(@Observes Recorded recorded) {
        if (recorded.entry().kind() == Kind.WARNING) {
            beforeCommit.run(() -> write(recorded.entry()));
        }
    }

    private void write(Entry entry) {
        Ticket ticket = tickets.byId(entry.ticketId()).orElseThrow();
        responsible(ticket).stream().filter(person -> person.email() != null)
                .forEach(person -> outbox.put(letters.warn(entry, ticket, person), entry.at()));
    }

    private List<Person> responsible(Ticket ticket) {
        if (ticket.assignee() != null && ticket.assignee().isActive()) {
            return List.of(ticket.assignee());
        }
        List<Person> here = people.workingHere();
        List<Person> ofTheTier = here.stream().filter(person -> person.tier() != null && String.valueOf(person.tier()).equals(ticket.tier().word())).toList();
        return ofTheTier.isEmpty() ? here.stream().filter(person -> person.roles().contains(Role.ADMINISTRATOR)).toList() : ofTheTier;
    }
}
