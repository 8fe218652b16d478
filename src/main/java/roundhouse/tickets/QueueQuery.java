package roundhouse.tickets;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Reach;
import roundhouse.tenancy.Unit;

/**
 * What someone wants to see of the queue. Empty sets and a null text ask for everything.
 *
 * @param clients   tenants
 * @param assignees {@code me}, {@code none} or user names
 * @param text      looked for in subject, requester and number
 * @param me        number of the asking person
 * @param tomorrow  when today ends
 * @param after     the last row of the page before, null for the first page
 * @param limit     rows, 1 to 200
 */
public record QueueQuery(Set<Integer> clients, Set<Status> statuses, Set<String> assignees, Set<Tier> tiers, Set<Priority> priorities,
                         Set<DueIn> due, String text, Sort sort, int me, Instant now, Instant tomorrow, QueueCursor after, int limit) {

    public enum DueIn { OVERDUE, TODAY }

    /** Each ends in tenant and number, so that every row has a place of its own. Nulls last. */
    public enum Sort {
        DUE("coalesce(q.due_at, 'infinity'), q.tenant_id, q.number", ">", "cast(:afterDue as timestamptz)"),
        PRIORITY("q.priority, coalesce(q.due_at, 'infinity'), q.tenant_id, q.number", ">", "cast(:afterPriority as text), cast(:afterDue as timestamptz)"),
        UPDATED("q.updated_at, q.tenant_id, q.number", "<", "cast(:afterUpdated as timestamptz)");

        private final String keys;
        private final String beyond;
        private final String values;

        Sort(String keys, String beyond, String values) {
            this.keys = keys;
            this.beyond = beyond;
            this.values = values;
        }

        String order() {
            return beyond.equals(">") ? keys : keys.replace(",", " desc,") + " desc";
        }
    }

    Reach within(Unit unit) {
        return clients.isEmpty() ? unit.reach() : unit.reach().only(clients);
    }

    /** The same, from its first row on. */
    QueueQuery fromTheTop() {
        return new QueueQuery(clients, statuses, assignees, tiers, priorities, due, text, sort, me, now, tomorrow, null, limit);
    }

    /** That a row stands behind the page before. */
    String beyond() {
        return after == null ? "" : " and (" + sort.keys + ") " + sort.beyond + " (" + sort.values + ", :afterTenant, :afterNumber)";
    }

    String filters() {
        StringBuilder sql = new StringBuilder();
        if (!statuses.isEmpty()) {
            sql.append(" and q.status = any (:statuses)");
        }
        if (!tiers.isEmpty()) {
            sql.append(" and q.tier = any (:tiers)");
        }
        if (!priorities.isEmpty()) {
            sql.append(" and q.priority = any (:priorities)");
        }
        if (!assignees.isEmpty()) {
            sql.append(" and (q.assignee_id in (select p.person_id from person p where p.user_name = any (:assignees))");
            sql.append(assignees.contains("me") ? " or q.assignee_id = :me" : "");
            sql.append(assignees.contains("none") ? " or q.assignee_id is null" : "").append(")");
        }
        if (!due.isEmpty()) {
            sql.append(due.stream().sorted().map(in -> switch (in) {
                case OVERDUE -> "q.due_at < :now";
                case TODAY -> "q.due_at >= :now and q.due_at < :tomorrow";
            }).collect(Collectors.joining(" or ", " and (", ")")));
        }
        if (text != null) {
            sql.append(" and (q.subject ilike :text or q.requester ilike :text or q.number::text = :number)");
        }
        return sql.toString();
    }

    void bind(Query query, Unit unit) {
        query.setParameter("reach", within(unit).array());
        bindUnless(statuses.isEmpty(), query, "statuses", () -> statuses.stream().map(Status::name).toArray(String[]::new));
        bindUnless(tiers.isEmpty(), query, "tiers", () -> tiers.stream().map(Tier::word).toArray(String[]::new));
        bindUnless(priorities.isEmpty(), query, "priorities", () -> priorities.stream().map(Priority::name).toArray(String[]::new));
        bindUnless(assignees.isEmpty(), query, "assignees", () -> assignees.toArray(String[]::new));
        bindUnless(!assignees.contains("me"), query, "me", () -> me);
        bindUnless(due.isEmpty(), query, "now", () -> now);
        bindUnless(!due.contains(DueIn.TODAY), query, "tomorrow", () -> tomorrow);
        if (text != null) {
            query.setParameter("text", "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            query.setParameter("number", text.strip().toUpperCase(Locale.ROOT).replaceFirst("^[A-Z][A-Z0-9]{1,7}-", ""));
        }
        if (after != null) {
            bindUnless(sort == Sort.UPDATED, query, "afterDue", after::due);
            bindUnless(sort != Sort.PRIORITY, query, "afterPriority", after::priority);
            bindUnless(sort != Sort.UPDATED, query, "afterUpdated", after::updated);
            query.setParameter("afterTenant", after.tenant()).setParameter("afterNumber", after.number());
        }
    }

    private static void bindUnless(boolean absent, Query query, String name, java.util.function.Supplier<Object> value) {
        if (!absent) {
            query.setParameter(name, value.get());
        }
    }
}
