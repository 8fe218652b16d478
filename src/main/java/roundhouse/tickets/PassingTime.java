package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.tenancy.Units;

/** What time alone brings to tickets: holds end, promises come near or are broken, resolved tickets close. Told once, stamped with its own instant. */
@ApplicationScoped
public class PassingTime {

    private final Units units;
    private final Session entities;
    private final Consequences consequences;
    private final Trail trail;

    PassingTime(Units units, Session entities, Consequences consequences, Trail trail) {
        this.units = units;
        this.entities = entities;
        this.consequences = consequences;
        this.trail = trail;
    }

    /** What has passed by now. */
    public void catchUp(Ticket ticket, By by) {
        catchUp(List.of(ticket), by);
    }

    /**
     * By the durable timer: nobody touched these tickets of the open unit of work, but time did. Whoever changes one of them just now sets its timer anew.
     * The commit does not wait for the disk: a crash that forgets what was written forgets that the timer rang too, and it rings again.
     */
    void wake(Collection<UUID> ids, By by) {
        entities.createNativeMutationQuery("set local synchronous_commit = off").executeUpdate();
        catchUp(entities.createNativeQuery("select * from ticket where tenant_id = :tenant and id = any (:ids) order by id for no key update skip locked", Ticket.class)
                .addSynchronizedEntityClass(Ticket.class).setParameter("tenant", units.open().tenant()).setParameter("ids", ids.toArray(UUID[]::new))
                .setReadOnly(true).getResultList(), by);
    }

    private void catchUp(List<Ticket> tickets, By by) {
        consequences.of(tickets.stream().map(ticket -> Change.passing(ticket, isOvertaken(ticket, by))).toList(), by);
    }

    private boolean isOvertaken(Ticket ticket, By by) {
        Instant overtaken = ticket.overtakenBy(by.at());
        if (overtaken == null) {
            return false;
        }
        entities.setReadOnly(ticket, false);
        By then = By.roundhouse(overtaken, by.channel());
        if (ticket.status() == Status.PENDING) {
            ticket.resumed(then);
            trail.record(ticket.id(), Kind.RESUMPTION, false, null, "the hold ended", then);
        } else {
            ticket.closed(then);
            trail.record(ticket.id(), Kind.STATUS, true, null, "closed", then);
        }
        return true;
    }
}
