package roundhouse.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * Something of each client that is kept in memory until it changes: whoever changes it says so ({@link Tenants#edited}), and every replica learns of
 * that from its address book within three seconds.
 */
public final class Remembered<T> {

    private record Kept<T>(int edition, T thing) {
    }

    private final Tenants tenants;
    private final Cache<Integer, Kept<T>> kept;

    /** @param most so many clients' at once */
    public Remembered(Tenants tenants, int most) {
        this.tenants = tenants;
        this.kept = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** @param read what it is now. The edition is looked up before: what is read too early is read again, never kept for the newer one. */
    public T of(int tenant, Supplier<T> read) {
        int edition = tenants.edition(tenant);
        Kept<T> found = kept.getIfPresent(tenant);
        if (found != null && found.edition == edition) {
            return found.thing;
        }
        T thing = read.get();
        kept.put(tenant, new Kept<>(edition, thing));
        return thing;
    }

    /** At once in this replica. */
    public void forget(int tenant) {
        kept.invalidate(tenant);
    }
}
