package roundhouse.tickets;

/** How many tickets stand in each quick view. */
public record QueueCounts(Long all, Long mine, Long unassigned, Long overdue, Long today) {

    static final QueueCounts NONE = new QueueCounts(0L, 0L, 0L, 0L, 0L);
}
