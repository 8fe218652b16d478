package roundhouse.branding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;

/** Each client's brand, kept in memory for a few seconds. */
@ApplicationScoped
public class Brands {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Units units;
    private final Session entities;
    private final Cache<Integer, Optional<Brand>> known = Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1_000).build();

    private final Cache<Class<?>, Map<Integer, Colour>> accents = Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(1).build();

    Brands(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    /** A plain one where the client has chosen none. Not to be called in a unit of work. */
    public Brand of(Tenant tenant) {
        return known.get(tenant.id(), id -> units.nowhere(() -> read(id))).orElseGet(() -> Brand.plain(tenant.name()));
    }

    /** The chosen colours by tenant, in one query for all. Not to be called in a unit of work. */
    public Map<Integer, Colour> accents() {
        return accents.get(Brands.class, all -> units.nowhere(this::readAccents));
    }

    /** The chosen brand of the client of the open unit of work. */
    public Optional<Brand> ofThisClient() {
        return read(units.open().tenant());
    }

    /** Sets the brand of the client of the open unit of work. @return whether anything changed */
    public boolean put(Brand brand) {
        Logo logo = brand.logo();
        return entities.createNativeQuery("""
                        insert into brand as b (tenant_id, name, accent, footer, logo, logo_type)
                        values (:tenant, :name, :accent, :footer, cast(:logo as bytea), :type)
                        on conflict (tenant_id) do update set name = excluded.name, accent = excluded.accent, footer = excluded.footer,
                          logo = excluded.logo, logo_type = excluded.logo_type
                        where (b.name, b.accent, b.footer, b.logo, b.logo_type)
                          is distinct from (excluded.name, excluded.accent, excluded.footer, excluded.logo, excluded.logo_type)""")
                .setParameter("tenant", units.open().tenant()).setParameter("name", brand.name()).setParameter("accent", brand.accent().toString())
                .setParameter("footer", brand.footer(), String.class).setParameter("logo", logo == null ? null : logo.content(), byte[].class)
                .setParameter("type", logo == null ? null : logo.type(), String.class).executeUpdate() == 1;
    }

    private Map<Integer, Colour> readAccents() {
        return entities.createNativeQuery("select tenant_id, accent from brand", Object[].class).getResultStream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> Colour.of((String) row[1]).orElseThrow()));
    }

    private Optional<Brand> read(int tenant) {
        return entities.createNativeQuery("select name, accent, footer, logo, logo_type from brand where tenant_id = :tenant", Object[].class)
                .setParameter("tenant", tenant).getResultStream().findFirst()
                .map(row -> new Brand((String) row[0], Colour.of((String) row[1]).orElseThrow(), (String) row[2],
                        row[3] == null ? null : Logo.kept((byte[]) row[3], (String) row[4])));
    }
}
