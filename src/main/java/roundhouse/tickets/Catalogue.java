package roundhouse.tickets;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Rows;

/** What a client's people may ask for. */
@ApplicationScoped
public class Catalogue extends Rows<CategoryRow> {

    public List<Category> categories() {
        return here("active = true", Sort.by("position"), Map.of()).stream().map(CategoryRow::category).toList();
    }

    public Optional<Category> category(String slug) {
        return here("slug = :slug and active = true", Map.of("slug", slug)).firstResultOptional().map(CategoryRow::category);
    }

    /** Adds and changes, removes nothing. @return the slugs of what changed */
    public List<String> put(List<Category> categories) {
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
        return changed;
    }
}
