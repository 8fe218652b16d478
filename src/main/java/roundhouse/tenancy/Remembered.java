package roundhouse.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * Something of each client that is kept in memory until it changes: whoever changes it says so ({@link Editions.Held#edited}). The unit of work that changes it
 * sees that at once, this replica when it has committed, and every other learns of it from its address book within three seconds. What the database shows
 * to one side only needs one of these for each side.
 */
public final class Remembered<T> {

    private record Kept<T>(Editions.Edition edition, T thing) {
    }

    private final Editions editions;
    private final Cache<Integer, Kept<T>> kept;

    /** @param most so many clients' at once */
    public Remembered(Editions editions, int most) {
        this.editions = editions;
        this.kept = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** @param read what it is now. The edition is looked up before: what is read too early is read again, never kept for the newer one. */
    public T of(int tenant, Supplier<T> read) {
        Editions.Edition edition = editions.of(tenant);
        Kept<T> found = edition.underWay() > 0 ? editions.keptByUnit(this) : kept.getIfPresent(tenant);
        if (found != null && found.edition.equals(edition)) {
            return found.thing;
        }
        Kept<T> now = new Kept<>(edition, read.get());
        if (edition.underWay() > 0) {
            editions.keepByUnit(this, now);
        } else {
            kept.put(tenant, now);
        }
        return now.thing;
    }
}
