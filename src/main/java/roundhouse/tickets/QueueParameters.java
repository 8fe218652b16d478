package roundhouse.tickets;

import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The queue's address as typed or linked: every filter repeats. */
public class QueueParameters {

    /** Slugs. */
    @RestQuery("client")
    List<String> clients;
    @RestQuery("status")
    List<String> statuses;
    /** {@code me}, {@code none} or user names. */
    @RestQuery("assignee")
    List<String> assignees;
    @RestQuery("tier")
    List<String> tiers;
    @RestQuery("priority")
    List<String> priorities;
    /** {@code overdue}, {@code today}. */
    @RestQuery("due")
    List<String> due;
    @RestQuery("q")
    String text;
    /** {@code due}, {@code priority}, {@code updated}. */
    @RestQuery
    String sort;
    @RestQuery
    String cursor;
    @RestQuery
    Integer limit;

    static QueueParameters everything() {
        QueueParameters asked = new QueueParameters();
        asked.clients = List.of();
        asked.statuses = List.of();
        asked.assignees = List.of();
        asked.tiers = List.of();
        asked.priorities = List.of();
        asked.due = List.of();
        return asked;
    }

    static QueueParameters ofClient(String slug, int limit) {
        QueueParameters asked = everything();
        asked.clients = List.of(slug);
        asked.limit = limit;
        return asked;
    }
}
