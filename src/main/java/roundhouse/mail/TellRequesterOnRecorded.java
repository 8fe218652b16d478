package roundhouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import roundhouse.audit.Entry;
import roundhouse.audit.Recorded;
import roundhouse.tenancy.BeforeCommit;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.Tickets;

/** Writes to the requester in the transaction of the change, at its end: then the clocks stand and the letter can say by when. */
@ApplicationScoped
class TellRequesterOnRecorded {

    private final BeforeCommit beforeCommit;
    private final Tickets tickets;
    private final Letters letters;
    private final Outbox outbox;

    TellRequesterOnRecorded(BeforeCommit beforeCommit, Tickets tickets, Letters letters, Outbox outbox) {
        this.beforeCommit = beforeCommit;
        this.tickets = tickets;
        this.letters = letters;
        this.outbox = outbox;
    }

    void tell(@Observes Recorded recorded) {
        Entry entry = recorded.entry();
        if (recorded.by().isLive() && entry.ticketId() != null && entry.isPublic()) {
            beforeCommit.run(() -> write(entry));
        }
    }

    private void write(Entry entry) {
        Ticket ticket = tickets.byId(entry.ticketId()).orElseThrow();
        if (ticket.requester().isActive()) {
            Occasion.of(entry, ticket).ifPresent(occasion -> outbox.put(letters.write(occasion, entry, ticket), entry.at()));
        }
    }
}
