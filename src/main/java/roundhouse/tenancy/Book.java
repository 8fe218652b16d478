package roundhouse.tenancy;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.Session;

/**
 * The address book as it was read at one moment.
 *
 * @param fingerprint of the tables that it was read from
 * @param editions    by tenant, how often something changed of what others remember of it
 */
record Book(String fingerprint, Map<Integer, Tenant> byId, Map<String, Tenant> bySlug, Map<String, Tenant> byPrefix, Map<String, Tenant> byHost,
            List<Tenant> byName, Map<Integer, Integer> editions, List<Tenants.Suspended> suspended) {

    static final Comparator<Tenant> BY_NAME = Comparator.comparing(Tenant::name, String.CASE_INSENSITIVE_ORDER);

    static final Book EMPTY = new Book("", Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of());

    private record Fingerprint(String text) {
    }

    private record Host(String name, Integer tenantId) {
    }

    private record Edition(Integer tenantId, Integer edition) {
    }

    private record Active(Integer tenantId, String slug, String prefix, String name, String zone, String locale, String[] mail, String[] domains,
                          String identityProvider) {

        private Tenant tenant(Set<String> hosts) {
            return new Tenant(tenantId, slug, prefix, name, ZoneId.of(zone), Locale.forLanguageTag(locale), Set.copyOf(hosts), List.of(mail), List.of(domains),
                    identityProvider == null ? null : IdentityProvider.of(identityProvider));
        }
    }

    /** Itself where nothing changed: it is asked for every other second, and hardly ever another. */
    Book renewed(Session entities) {
        String now = entities.createNativeQuery("""
                select md5(concat((select string_agg(t::text, ' ' order by t.tenant_id) from tenant t),
                  (select string_agg(h::text, ' ' order by h.name) from host h)))""", Fingerprint.class).getSingleResult().text();
        return now.equals(fingerprint) ? this : read(now, entities);
    }

    private static Book read(String fingerprint, Session entities) {
        Map<Integer, Set<String>> hosts = new HashMap<>();
        entities.createNativeQuery("select name, tenant_id from host", Host.class).getResultList()
                .forEach(host -> hosts.computeIfAbsent(host.tenantId, id -> new HashSet<>()).add(host.name));
        Map<Integer, Tenant> byId = new TreeMap<>();
        Map<String, Tenant> bySlug = new HashMap<>();
        Map<String, Tenant> byPrefix = new HashMap<>();
        Map<String, Tenant> byHost = new HashMap<>();
        Map<Integer, Integer> editions = new HashMap<>();
        // Of suspended ones too: what is edited meanwhile is known when they are opened again, and by work that began before
        entities.createNativeQuery("select tenant_id, edition from tenant", Edition.class).getResultList()
                .forEach(each -> editions.put(each.tenantId, each.edition));
        for (Active active : entities.createNativeQuery("select tenant_id, slug, prefix, name, zone, locale, mail, domains, identity_provider"
                + " from tenant where state = 'active'", Active.class).getResultList()) {
            Tenant tenant = active.tenant(hosts.getOrDefault(active.tenantId, Set.of()));
            byId.put(tenant.id(), tenant);
            bySlug.put(tenant.slug(), tenant);
            byPrefix.put(tenant.prefix(), tenant);
            tenant.hosts().forEach(host -> byHost.put(host, tenant));
        }
        return new Book(fingerprint, byId, bySlug, byPrefix, byHost,
                byId.values().stream().sorted(BY_NAME).toList(), editions,
                entities.createNativeQuery("select slug, name from tenant where state = 'suspended' order by name", Tenants.Suspended.class).getResultList());
    }
}
