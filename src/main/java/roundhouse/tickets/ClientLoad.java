package roundhouse.tickets;

/** How much is open at a client. */
public record ClientLoad(Integer tenant, Long open, Long overdue) {
}
