package roundhouse.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;

/** How often what others remember of a tenant was edited: {@link Remembered}. */
@ApplicationScoped
public class Editions {

    private final Tenants tenants;
    private final Units units;
    private final Session entities;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<Integer, Integer> editedHere = new ConcurrentHashMap<>();

    Editions(Tenants tenants, Units units, Session entities, TransactionSynchronizationRegistry transaction) {
        this.tenants = tenants;
        this.units = units;
        this.entities = entities;
        this.transaction = transaction;
    }

    record Row(Integer id) {
    }

    /**
     * Nobody else applies or edits anything of the tenant of the open unit of work until that ends. Only who holds it can say that it was edited: two that
     * lock rows and tenant in other orders would wait for each other.
     */
    public Held hold() {
        int id = units.open().tenant();
        entities.createNativeQuery("select tenant_id from tenant where tenant_id = :id for no key update", Row.class).setParameter("id", id).getSingleResult();
        return new Held(id);
    }

    /** A tenant that is held by the open unit of work. */
    public final class Held {

        private final int id;

        private Held(int id) {
            this.id = id;
        }

        /** Something has changed of what others remember of it. To be called with each change. */
        public void edited() {
            if (units.open().tenant() != id) {
                throw new IllegalStateException("Tenant " + id + " was held by another unit of work");
            }
            int earlier = underWay(id);
            transaction.putResource(Editions.class, earlier + 1);
            if (earlier > 0) {
                return;
            }
            entities.createNativeMutationQuery("update tenant set edition = edition + 1 where tenant_id = :id").setParameter("id", id).executeUpdate();
            transaction.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // Nothing is due before
                }

                @Override
                public void afterCompletion(int status) {
                    editedHere.merge(id, 1, Integer::sum);
                }
            });
        }
    }

    /**
     * Which state of what is remembered of a tenant this is.
     *
     * @param read     how often it was edited, as the address book has it
     * @param here     how often it was edited by this replica, which need not wait for its address book
     * @param underWay how often the open unit of work has edited it: nobody else sees that yet
     */
    record Edition(int read, int here, int underWay) {
    }

    Edition of(int id) {
        return new Edition(tenants.edition(id), editedHere.getOrDefault(id, 0), underWay(id));
    }

    /** Of the open unit of work, which ends with it. */
    void keepByUnit(Object key, Object thing) {
        transaction.putResource(key, thing);
    }

    @SuppressWarnings("unchecked")
    <T> T keptByUnit(Object key) {
        return (T) transaction.getResource(key);
    }

    private int underWay(int id) {
        Unit unit = units.current();
        Integer edits = unit == null || unit.tenant() != id ? null : (Integer) transaction.getResource(Editions.class);
        return edits == null ? 0 : edits;
    }
}
