package roundhouse.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** That a member of staff reaches a client, for reading; {@link People} writes them. */
@Entity
@Immutable
public class Assignment {

    @EmbeddedId
    private Id id;
    private Instant until;
    private String reason;

    protected Assignment() {
    }

    @Embeddable
    record Id(@Column(name = "tenant_id") int tenantId, @Column(name = "person_id") int personId) {
    }

    /** Null for good. */
    public Instant until() {
        return until;
    }

    public String reason() {
        return reason;
    }
}
