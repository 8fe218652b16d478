package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import roundhouse.tenancy.Batch;
import roundhouse.tenancy.Units;

/**
 * Writes what lies ahead of tickets of the client of the open unit of work to which nothing happened but time: all of them by one statement for each table,
 * since the server plans every statement anew, and by nothing of what stays as it was.
 */
@ApplicationScoped
class Outlooks {

    private static final String TICKETS = """
            update ticket t set due_at = n.due_at, due_kind = n.due_kind, attention_at = n.attention_at, version = t.version + 1
            from unnest(%s) n(id, due_at, due_kind, attention_at)
            where t.tenant_id = ? and t.id = n.id and (t.due_at, t.due_kind, t.attention_at) is distinct from (n.due_at, n.due_kind, n.attention_at)""";
    private static final List<String> TICKET_TYPES = List.of("uuid", "timestamptz", "text", "timestamptz");

    /** A plan that is kept expects two rows of a client in the queue, and would read all of them: the array leads it to those that are meant. */
    static final String QUEUE = """
            with n as materialized (
              select * from unnest(%s) n(id, due_at, due_kind, calendar, budget, consumed, counted_at, word_at, warned_at, warned))
            update queue q set due_at = n.due_at, due_kind = n.due_kind, calendar = n.calendar, budget = n.budget, consumed = n.consumed,
              counted_at = n.counted_at, word_at = n.word_at, warned_at = coalesce(n.warned_at, q.warned_at), warned = coalesce(n.warned, q.warned)
            from n where q.tenant_id = ? and q.ticket_id = any (array(select id from n)) and q.ticket_id = n.id""";
    static final List<String> QUEUE_TYPES = List.of("uuid", "timestamptz", "text", "text", "int4", "int4", "timestamptz", "timestamptz", "timestamptz", "text");

    private final Units units;
    private final Session entities;

    Outlooks(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    /** Rows of tickets that were read only to be looked at are written here; those of the others Hibernate writes. */
    void write(List<Shown> tickets) {
        Batch.together(entities, TICKETS, units.open().tenant(), TICKET_TYPES, tickets.stream().filter(shown -> entities.isReadOnly(shown.ticket()))
                .map(shown -> Arrays.<Object>asList(shown.ticket().id(), shown.outlook().due().at(), shown.outlook().due().kind(), shown.outlook().attentionAt()))
                .toList());
        Batch.together(entities, QUEUE, units.open().tenant(), QUEUE_TYPES, tickets.stream().map(Outlooks::row).toList());
    }

    private static List<Object> row(Shown shown) {
        Due due = shown.outlook().due();
        Warnings.Given warned = shown.outlook().warned();
        return Arrays.asList(shown.ticket().id(), due.at(), due.kind(), due.calendar(), due.budget(), due.consumed(), due.countedAt(), shown.outlook().wordAt(),
                warned == null ? null : warned.at(), warned == null ? null : warned.words());
    }
}
