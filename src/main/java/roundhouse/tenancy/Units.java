package roundhouse.tenancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * The one door to the database: a unit of work is inside one tenant (reads and writes) or across a reach (reads only), and lasts one
 * transaction. Units do not nest.
 */
@ApplicationScoped
public class Units {

    private final TransactionSynchronizationRegistry transaction;

    Units(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    public <T> T inside(int tenant, Side side, int person, Supplier<T> work) {
        if (tenant <= 0) {
            throw new IllegalArgumentException("A unit of work inside needs a tenant, not " + tenant);
        }
        return run(Unit.inside(tenant, side, person), work);
    }

    public <T> T across(Reach reach, Side side, int person, Supplier<T> work) {
        return run(Unit.across(reach, side, person), work);
    }

    /** For what belongs to no client: the address book, sign-in, claiming work. Reads no tenant's rows. */
    public <T> T nowhere(Supplier<T> work) {
        return run(new Unit(0, Reach.NONE, Side.SYSTEM, 0), work);
    }

    /** Like {@link #nowhere}, for a definer function of the database that writes: founding a tenant, claiming what is due. */
    public <T> T claiming(Supplier<T> work) {
        return run(new Unit(Unit.CLAIMS, Reach.NONE, Side.SYSTEM, 0), work);
    }

    /** The unit of work that is open. */
    public Unit open() {
        Unit unit = current();
        if (unit == null) {
            throw new IllegalStateException("No unit of work: use inside or across");
        }
        return unit;
    }

    Unit current() {
        return transaction.getTransactionKey() == null ? null : (Unit) transaction.getResource(Unit.class);
    }

    private <T> T run(Unit unit, Supplier<T> work) {
        try {
            return QuarkusTransaction.disallowingExisting().call(() -> {
                transaction.putResource(Unit.class, unit);
                return work.get();
            });
        } catch (QuarkusTransactionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw wrapped;
        }
    }
}
