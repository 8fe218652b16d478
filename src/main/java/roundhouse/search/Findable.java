package roundhouse.search;

import java.time.Instant;

/**
 * Something of the client of the open unit of work, as it is to be found.
 *
 * @param kind         {@code ticket}, {@code article}, {@code asset}, {@code configuration} or {@code person}
 * @param name         what leads there: number, slug, tag or user name
 * @param visible      to the client's own people
 * @param keywords     found like the title
 * @param keys         whole names under which it stands first
 * @param at           when it last changed, null for now
 */
public record Findable(String kind, String id, String name, String title, boolean visible, String keywords, String[] keys, String body, Instant at) {
}
