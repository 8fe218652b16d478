package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.sla.Event;

/** From one line of support to the next, or out to a vendor. */
@ApplicationScoped
public class Handovers {

    private final Consequences consequences;
    private final Trail trail;

    Handovers(Consequences consequences, Trail trail) {
        this.consequences = consequences;
        this.trail = trail;
    }

    /** Nobody of the new tier has it yet, so it is nobody's. */
    public void handOver(Ticket ticket, Handover handover, By by) {
        String before = ticket.whoHasIt();
        ticket.handedOver(handover, by);
        trail.record(ticket.id(), Kind.HANDOVER, false, handover.words(), before + " to " + ticket.whoHasIt(), by);
        consequences.of(ticket, LastWords.NONE, by, new Event.HandedOver(by.at(), ticket.tier().word()));
    }
}
