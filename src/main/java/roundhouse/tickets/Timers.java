package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.tenancy.Batch;
import roundhouse.tenancy.Units;

/** When each ticket next wants attention without anybody touching it: one row a ticket, over all clients. */
@ApplicationScoped
class Timers {

    static final String UNSET = "delete from timer where ticket_id = any (%s) and tenant_id = ?";
    private static final String SET = """
            with attention as (select * from unnest(%s) n(id, due_at))
            insert into timer (tenant_id, ticket_id, due_at) select ?, id, due_at from attention
            on conflict (tenant_id, ticket_id) do update set due_at = excluded.due_at, claimed_until = '-infinity'""";

    private final Units units;
    private final Session entities;

    Timers(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    private record Late(UUID ticketId, Instant dueAt) {
    }

    record Claimed(Integer tenantId, UUID ticketId) {
    }

    void set(List<Shown> tickets) {
        Batch.together(entities, UNSET, units.open().tenant(), List.of("uuid"),
                tickets.stream().filter(shown -> shown.outlook().attentionAt() == null).map(shown -> List.<Object>of(shown.ticket().id())).toList());
        Batch.together(entities, SET, units.open().tenant(), List.of("uuid", "timestamptz"),
                tickets.stream().filter(shown -> shown.outlook().attentionAt() != null)
                        .map(shown -> List.<Object>of(shown.ticket().id(), shown.outlook().attentionAt())).toList());
    }

    /** All that somebody must still work on, in the client of the open unit of work. Who changes one of them meanwhile is told and tries again. */
    void setUnfinished(Instant at) {
        entities.createNativeMutationQuery("""
                        with due as (update ticket set attention_at = :at, version = version + 1
                                     where tenant_id = :tenant and status = any (:unfinished) returning tenant_id, id)
                        insert into timer (tenant_id, ticket_id, due_at) select tenant_id, id, :at from due
                        on conflict (tenant_id, ticket_id) do update set due_at = excluded.due_at, claimed_until = '-infinity'""")
                .setParameter("tenant", units.open().tenant()).setParameter("at", at)
                .setParameter("unfinished", Status.UNFINISHED.stream().map(Status::name).toArray(String[]::new)).executeUpdate();
    }

    /** When those were to ring, of these tickets of the client of the open unit of work, that should have rung by now and have not. */
    Map<UUID, Instant> overdue(List<UUID> tickets, Instant now) {
        return entities.createNativeQuery("select ticket_id, due_at from timer where tenant_id = :tenant and ticket_id = any (:tickets) and due_at <= :now", Late.class)
                .setParameter("tenant", units.open().tenant()).setParameter("tickets", tickets.toArray(UUID[]::new)).setParameter("now", now)
                .getResultStream().collect(Collectors.toMap(Late::ticketId, Late::dueAt));
    }

    /** By the database's clock, and not again for thirty seconds, over any number of replicas. Opens its own unit of work. */
    List<Claimed> claim(int most) {
        return units.claiming(() -> entities.createNativeQuery("select tenant_id, ticket_id from claim_timers(:most)", Claimed.class)
                .setParameter("most", most).getResultList());
    }
}
