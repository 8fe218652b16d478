package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import roundhouse.tenancy.Batch;
import roundhouse.tenancy.Units;

/** Writes what changed of stored clocks of the client of the open unit of work. */
@ApplicationScoped
class ClockRows {

    /** One statement for all. Whoever changes clocks has locked their tickets. */
    private static final String CHANGE = """
            update clock c set priority = n.priority, promised = n.promised, policy = n.policy, policy_version = n.policy_version, state = n.state,
              verdict = n.verdict, target = n.target, budget = n.budget, consumed = n.consumed, started_at = n.started_at, stopped_at = n.stopped_at,
              due_at = n.due_at, judged_at = n.judged_at
            from unnest(%s) n(id, priority, promised, policy, policy_version, state, verdict, target, budget, consumed,
              started_at, stopped_at, due_at, judged_at)
            where c.tenant_id = ? and c.id = n.id""";
    private static final List<String> TYPES = List.of("uuid", "text", "bool", "text", "int4", "text", "text", "int8", "int8", "int8", "timestamptz", "timestamptz",
            "timestamptz", "timestamptz");

    private final Units units;
    private final Session entities;

    ClockRows(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    void change(List<ClockRow> rows) {
        Batch.together(entities, CHANGE, units.open().tenant(), TYPES,
                rows.stream().map(row -> Stream.concat(Stream.of(row.id()), row.values().stream()).toList()).toList());
    }
}
