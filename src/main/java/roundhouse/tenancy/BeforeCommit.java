package roundhouse.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * The last thing that the open unit of work does: when all of it is written and before it commits. A synchronization of the transaction's own
 * would come after Hibernate has given its connection back.
 */
@ApplicationScoped
public class BeforeCommit {

    private final Session entities;

    BeforeCommit(Session entities) {
        this.entities = entities;
    }

    /** What it throws takes the whole unit back. */
    public void run(Runnable work) {
        entities.unwrap(SharedSessionContractImplementor.class).getTransactionCompletionCallbacks().registerCallback(session -> work.run());
    }
}
