package roundhouse.tickets;

/** A ticket as the queue is to show it. */
record Shown(Ticket ticket, Outlook outlook, LastWords last) {
}
