package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import roundhouse.sla.Clock;
import roundhouse.sla.Event;
import roundhouse.sla.StoryRefused;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Refused;

/** Tells a ticket's story with one event more, in the open unit of work. Nothing is stored. */
@ApplicationScoped
class WhatIfs {

    private final Clocks clocks;
    private final Tenants tenants;

    WhatIfs(Clocks clocks, Tenants tenants) {
        this.clocks = clocks;
        this.tenants = tenants;
    }

    WhatIf of(Ticket ticket, Event supposed, Instant now) {
        try {
            List<Clock> after = clocks.supposing(ticket, supposed, now);
            List<Clock> later = supposed instanceof Event.Hold hold && hold.until() != null ? clocks.supposing(ticket, supposed, hold.until()) : after;
            return new WhatIf(clocks.of(ticket, now), after, later, now, tenants.provider().zone());
        } catch (StoryRefused refused) {
            throw new Refused("This cannot happen now: " + refused.getMessage() + ".");
        }
    }
}
