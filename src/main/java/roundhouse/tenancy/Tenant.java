package roundhouse.tenancy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A client company, or the provider itself.
 *
 * @param hosts   host names of its portal, lower case
 * @param mail    its own support addresses
 * @param domains of its people's addresses
 * @param identityProvider null where its people sign in at Keycloak alone
 */
public record Tenant(int id, String slug, String prefix, String name, ZoneId zone, Locale locale,
                     Set<String> hosts, List<String> mail, List<String> domains, IdentityProvider identityProvider) {

    public static final String PROVIDER = "provider";

    public boolean isProvider() {
        return slug.equals(PROVIDER);
    }
}
