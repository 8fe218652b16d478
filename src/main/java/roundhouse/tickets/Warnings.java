package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.audit.Kind;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.sla.Clock;
import roundhouse.sla.Nearing;
import roundhouse.sla.Warning;
import roundhouse.tenancy.Batch;
import roundhouse.tenancy.Units;

/** Tells staff that a promise comes near its due instant: once for each warning of its policy, and again only when it is due later than it was then. */
@ApplicationScoped
class Warnings {

    /** What stands on the queue's row. @param words {@code resolution: 80% used} */
    record Given(Instant at, String words) {
    }

    private record Name(UUID ticketId, String kind, Integer instance, String warning) {
    }

    private record Row(UUID ticketId, String kind, Integer instance, String warning, Instant dueAt) {
    }

    private record Come(Ticket ticket, Clock clock, Nearing nearing) {

        private Name name() {
            return new Name(ticket.id(), clock.kind().word(), clock.instance(), nearing.warning().word());
        }
    }

    private final Units units;
    private final Session entities;
    private final Trail trail;

    Warnings(Units units, Session entities, Trail trail) {
        this.units = units;
        this.entities = entities;
        this.trail = trail;
    }

    /** Of several that came at once for one clock, the nearest speaks for all. */
    Map<Ticket, Given> give(Map<Ticket, List<Clock>> tickets, By by) {
        List<Come> come = new ArrayList<>();
        tickets.forEach((ticket, clocks) -> clocks.stream().filter(clock -> clock.dueAt() != null).forEach(clock -> clock.nearings().stream()
                .filter(nearing -> nearing.hasCome(by.at())).forEach(nearing -> come.add(new Come(ticket, clock, nearing)))));
        if (come.isEmpty()) {
            return Map.of();
        }
        Map<Name, Instant> before = given(come);
        List<Come> fresh = come.stream().filter(each -> {
            Instant due = before.get(each.name());
            return due == null || due.isBefore(each.clock.dueAt());
        }).toList();
        write(fresh, by);
        Map<Ticket, Given> given = new HashMap<>();
        List<Trail.Found> told = new ArrayList<>();
        fresh.stream().collect(Collectors.groupingBy(each -> List.of(each.ticket.id(), each.clock.kind(), each.clock.instance()))).values().forEach(ofOneClock -> {
            Come nearest = ofOneClock.stream().max(Comparator.comparing((Come each) -> nearness(each.nearing.warning(), each.clock))).orElseThrow();
            String words = nearest.clock.kind().title() + ": " + nearest.nearing.warning().words();
            told.add(new Trail.Found(nearest.ticket.id(), Kind.WARNING, words + ", due " + nearest.clock.dueAt(), by.at()));
            given.put(nearest.ticket, new Given(by.at(), words));
        });
        trail.record(told, by.channel());
        return given;
    }

    /** Percent of the budget, whichever way it is written. */
    private static long nearness(Warning warning, Clock clock) {
        return warning instanceof Warning.Share share ? share.percent()
                : 100 - 100 * ((Warning.Before) warning).elapsed().toSeconds() / Math.max(1, clock.budgetSeconds());
    }

    private Map<Name, Instant> given(List<Come> come) {
        UUID[] ids = come.stream().map(each -> each.ticket.id()).distinct().toArray(UUID[]::new);
        return entities.createNativeQuery("""
                        select ticket_id, kind, instance, warning, due_at from warning where tenant_id = :tenant and ticket_id = any (:tickets)""", Row.class)
                .setParameter("tenant", units.open().tenant()).setParameter("tickets", ids).getResultStream()
                .collect(Collectors.toMap(row -> new Name(row.ticketId, row.kind, row.instance, row.warning), Row::dueAt));
    }

    private void write(List<Come> fresh, By by) {
        entities.flush();
        Batch.run(entities, """
                        insert into warning (tenant_id, ticket_id, kind, instance, warning, due_at, given_at) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, ticket_id, kind, instance, warning) do update set due_at = excluded.due_at, given_at = excluded.given_at""",
                fresh.stream().map(each -> List.<Object>of(each.ticket.key().tenantId(), each.ticket.id(), each.clock.kind().word(), each.clock.instance(),
                        each.nearing.warning().word(), each.clock.dueAt(), by.at())).toList());
    }
}
