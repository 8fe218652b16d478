package roundhouse.tickets;

/**
 * A client as the desk shows it everywhere: by colour and by letters, never by colour alone.
 *
 * @param accent {@code #b3261e}
 */
public record ClientMark(String slug, String name, String accent) {
}
