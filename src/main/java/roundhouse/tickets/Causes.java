package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.sla.Clock;
import roundhouse.tenancy.Units;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/** Why promises were broken, of tickets of the client of the open unit of work. Asked for until somebody says it; what was said last stands. */
@ApplicationScoped
class Causes {

    private record Name(String kind, Integer instance) {
    }

    private final Units units;
    private final Session entities;
    private final Clocks clocks;
    private final Consequences consequences;
    private final Trail trail;

    Causes(Units units, Session entities, Clocks clocks, Consequences consequences, Trail trail) {
        this.units = units;
        this.entities = entities;
        this.clocks = clocks;
        this.consequences = consequences;
        this.trail = trail;
    }

    /** @throws NotFound where the ticket has no such clock */
    void say(Ticket ticket, String kind, int instance, Cause cause, By by) {
        Clock clock = clock(ticket, kind, instance, by.at());
        if (clock.verdict() != Clock.Verdict.MISSED) {
            throw new Refused("The " + clock.kind().title() + " was not missed: only a broken promise has a cause.");
        }
        ticket.noted(by);
        entities.createNativeMutationQuery("""
                        insert into cause (tenant_id, ticket_id, kind, instance, code, note, at, by_name)
                        values (:tenant, :ticket, :kind, :instance, :code, :note, :at, :by)
                        on conflict (tenant_id, ticket_id, kind, instance) do update set code = excluded.code, note = excluded.note, at = excluded.at,
                          by_name = excluded.by_name""")
                .setParameter("tenant", units.open().tenant()).setParameter("ticket", ticket.id()).setParameter("kind", clock.kind().word())
                .setParameter("instance", instance).setParameter("code", cause.code().word()).setParameter("note", cause.note())
                .setParameter("at", by.at()).setParameter("by", by.name()).executeUpdate();
        trail.record(ticket.id(), roundhouse.audit.Kind.CAUSE, false, cause.note() == null || cause.note().isBlank() ? null : cause.note(),
                clock.kind().title() + ", " + cause.code().label().toLowerCase(Locale.ROOT), by);
        consequences.of(ticket, LastWords.NONE, by);
    }

    /** Of these clocks of the ticket those that were missed and of which nobody has said why. */
    List<Clock> missing(Ticket ticket, List<Clock> among) {
        List<Clock> missed = among.stream().filter(clock -> clock.verdict() == Clock.Verdict.MISSED && clock.state() != Clock.State.SUPERSEDED).toList();
        if (missed.isEmpty()) {
            return List.of();
        }
        Set<Name> said = entities.createNativeQuery("select kind, instance from cause where tenant_id = :tenant and ticket_id = :ticket", Name.class)
                .setParameter("tenant", units.open().tenant()).setParameter("ticket", ticket.id()).getResultStream().collect(Collectors.toSet());
        return missed.stream().filter(clock -> !said.contains(new Name(clock.kind().word(), clock.instance()))).toList();
    }

    private Clock clock(Ticket ticket, String kind, int instance, Instant now) {
        return clocks.of(ticket, now).stream().filter(clock -> clock.kind().word().equals(kind) && clock.instance() == instance)
                .reduce((earlier, later) -> later).orElseThrow(NotFound::new);
    }
}
