package roundhouse.tickets;

import java.time.Instant;

/**
 * What lies ahead of a ticket.
 *
 * @param attentionAt when time alone will bring something next, null for never
 */
record Outlook(Due due, Instant attentionAt) {
}
