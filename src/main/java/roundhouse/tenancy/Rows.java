package roundhouse.tenancy;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the rows of one kind live. Whatever is asked here is asked inside the tenant of the open unit of work, and says so in its SQL, since
 * PostgreSQL opens every partition for a statement that names none.
 */
public abstract class Rows<T extends Row> implements PanacheRepositoryBase<T, Key> {

    @Inject
    protected Units units;

    public Optional<T> byId(UUID id) {
        return findByIdOptional(new Key(units.open().tenant(), id));
    }

    /** Rows of this tenant. The condition is HQL with named parameters, as in {@code "number = :number"}. */
    protected PanacheQuery<T> here(String condition, Map<String, Object> parameters) {
        return find("key.tenantId = :tenantId and (" + condition + ")", withTenant(parameters));
    }

    protected PanacheQuery<T> here(String condition, Sort sort, Map<String, Object> parameters) {
        return find("key.tenantId = :tenantId and (" + condition + ")", sort, withTenant(parameters));
    }

    protected PanacheQuery<T> here(Sort sort) {
        return find("key.tenantId = :tenantId", sort, withTenant(Map.of()));
    }

    private Map<String, Object> withTenant(Map<String, Object> parameters) {
        Map<String, Object> named = new HashMap<>(parameters);
        named.put("tenantId", units.open().tenant());
        return named;
    }
}
