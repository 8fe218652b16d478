package roundhouse.tickets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import roundhouse.tenancy.Editions;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Remembered;
import roundhouse.tenancy.Rows;
import roundhouse.web.Refused;

/** What a client's people may ask for. */
@ApplicationScoped
public class Catalogue extends Rows<CategoryRow> {

    private static final Duration QUARTER = Duration.ofDays(90);
    private static final int MOST_CLIENTS = 2_000;

    private final Editions editions;
    private final Remembered<List<Category>> known;
    private final Cache<Integer, List<String>> asked = Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(MOST_CLIENTS).build();

    Catalogue(Editions editions) {
        this.editions = editions;
        this.known = new Remembered<>(editions, MOST_CLIENTS);
    }

    public List<Category> categories() {
        return known.of(units.open().tenant(),
                () -> here("active = true", Sort.by("position"), Map.of()).stream().map(CategoryRow::category).toList());
    }

    public Optional<Category> category(String slug) {
        return categories().stream().filter(category -> category.slug().equals(slug)).findFirst();
    }

    /** The one that somebody named, refused where there is none; empty where nobody named one. */
    Optional<Category> asked(String slug) {
        return slug == null ? Optional.empty() : Optional.of(category(slug).orElseThrow(
                () -> Refused.field("category", "This client's catalogue has no category " + slug + ".")));
    }

    /** Those that this client's people used most in the last quarter, the rest in the catalogue's order. */
    public List<Category> mostAsked(int most) {
        List<String> used = asked.get(units.open().tenant(), tenant -> getEntityManager().createQuery("""
                        select t.bornCategory from Ticket t
                        where t.key.tenantId = :tenant and t.updatedAt > :since and t.createdAt > :since and t.bornCategory is not null
                        group by t.bornCategory order by count(*) desc, t.bornCategory""", String.class)
                .setParameter("tenant", tenant).setParameter("since", Instant.now().minus(QUARTER)).getResultList());
        return categories().stream().sorted(Comparator.comparingInt(category -> used.contains(category.slug()) ? used.indexOf(category.slug()) : used.size()))
                .limit(most).toList();
    }

    /** Adds and changes, removes nothing. @return the slugs of what changed */
    public List<String> put(List<Category> categories) {
        Editions.Held client = editions.hold();
        List<String> changed = new ArrayList<>();
        for (int position = 0; position < categories.size(); position++) {
            Category category = categories.get(position);
            Optional<CategoryRow> kept = here("slug = :slug", Map.of("slug", category.slug())).firstResultOptional();
            CategoryRow row = kept.orElseGet(() -> new CategoryRow(Key.fresh(units.open()), category.slug()));
            if (row.describe(category, position)) {
                changed.add(category.slug());
            }
            if (kept.isEmpty()) {
                persist(row);
            }
        }
        if (!changed.isEmpty()) {
            client.edited();
        }
        return changed;
    }
}
