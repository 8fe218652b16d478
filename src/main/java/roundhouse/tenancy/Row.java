package roundhouse.tenancy;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** A row in a tenant's partition. */
@MappedSuperclass
public abstract class Row {

    @EmbeddedId
    protected Key key;

    @Version
    protected int version;

    public Key key() {
        return key;
    }

    public UUID id() {
        return key.id();
    }

    public int version() {
        return version;
    }
}
