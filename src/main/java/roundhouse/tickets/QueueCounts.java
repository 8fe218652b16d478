package roundhouse.tickets;

/** How many tickets stand in each quick view. */
public record QueueCounts(Long all, Long mine, Long unassigned, Long overdue, Long today) {
}
