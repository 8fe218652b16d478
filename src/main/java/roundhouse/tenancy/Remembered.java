package roundhouse.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * Something of each client that is kept in memory until it changes: whoever changes it says so ({@link Tenants#edited}). The unit of work that changes it
 * sees that at once, this replica when it has committed, and every other learns of it from its address book within three seconds. What the database shows
 * to one side only needs one of these for each side.
 */
public final class Remembered<T> {

    private record Kept<T>(Tenants.Edition edition, T thing) {
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
        Tenants.Edition edition = tenants.edition(tenant);
        Kept<T> found = edition.underWay() > 0 ? tenants.keptByUnit(this) : kept.getIfPresent(tenant);
        if (found != null && found.edition.equals(edition)) {
            return found.thing;
        }
        Kept<T> now = new Kept<>(edition, read.get());
        if (edition.underWay() > 0) {
            tenants.keepByUnit(this, now);
        } else {
            kept.put(tenant, now);
        }
        return now.thing;
    }
}
