package roundhouse.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The key of every partitioned row. It carries the tenant so that each statement by key names its partition. */
@Embeddable
public record Key(@Column(name = "tenant_id") int tenantId, @Column(name = "id") UUID id) {

    /** A new identifier (UUID version 7, RFC 9562: it grows with time) in the tenant of the unit of work. */
    public static Key fresh(Unit unit) {
        return new Key(unit.tenant(), freshId());
    }

    public static UUID freshId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
