package roundhouse.tenancy;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** The set of tenants that a person may read. */
public record Reach(SortedSet<Integer> tenants) {

    public static final Reach NONE = new Reach(new TreeSet<>());

    public Reach(Collection<Integer> tenants) {
        this(new TreeSet<>(tenants));
    }

    public static Reach of(Integer... tenants) {
        return new Reach(Arrays.asList(tenants));
    }

    public boolean includes(int tenant) {
        return tenants.contains(tenant);
    }

    /** The part of this reach that was asked for; never more than this reach. */
    public Reach only(Collection<Integer> asked) {
        SortedSet<Integer> kept = new TreeSet<>(asked);
        kept.retainAll(tenants);
        return new Reach(kept);
    }

    public Integer[] array() {
        return tenants.toArray(Integer[]::new);
    }
}
