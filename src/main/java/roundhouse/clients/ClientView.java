package roundhouse.clients;

import java.util.List;
import roundhouse.tenancy.Tenant;

/**
 * A client as those who reach it see it.
 *
 * @param zone   of its business, {@code Europe/Berlin}
 * @param locale {@code de-DE}
 * @param hosts  of its portal, none at the provider
 */
public record ClientView(String slug, String name, String prefix, String zone, String locale, List<String> hosts) {

    static ClientView of(Tenant tenant) {
        return new ClientView(tenant.slug(), tenant.name(), tenant.prefix(), tenant.zone().getId(), tenant.locale().toLanguageTag(),
                tenant.hosts().stream().sorted().toList());
    }
}
