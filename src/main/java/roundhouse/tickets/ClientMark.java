package roundhouse.tickets;

import roundhouse.tenancy.Tenant;

/**
 * A client as the desk shows it everywhere: by colour and by letters, never by colour alone.
 *
 * @param accent {@code #b3261e}
 */
public record ClientMark(String slug, String name, String accent) {

    static ClientMark of(Tenant tenant) {
        return new ClientMark(tenant.slug(), tenant.name(), Accents.of(tenant));
    }
}
