package roundhouse.search;

import java.time.Instant;

/**
 * Something that was found.
 *
 * @param name         number, slug, tag or user name
 * @param status       of a ticket, else null; {@code portalStatus} is the same in the words of its client
 * @param passage      where it says so
 * @param internal     whether the passage is not for the client
 */
public record Hit(Integer tenantId, String kind, String name, String title, String status, String portalStatus, String passage, Boolean internal, Instant updatedAt) {
}
