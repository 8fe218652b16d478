package roundhouse.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Row;

/** A category as it is stored; fields and approvers are read with it and never alone. */
@Entity
@Table(name = "category")
class CategoryRow extends Row {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private String slug;
    private String name;
    private Tier tier;
    @Enumerated(EnumType.STRING)
    private Priority priority;
    private String approvers;
    private String fields;
    private int position;
    private boolean active;

    protected CategoryRow() {
    }

    CategoryRow(Key key, String slug) {
        this.key = key;
        this.slug = slug;
    }

    /** @return whether anything changed */
    boolean describe(Category category, int position) {
        if (active && this.position == position && category.equals(category())) {
            return false;
        }
        this.name = category.name();
        this.tier = category.tier();
        this.priority = category.priority();
        this.approvers = text(category.approvers());
        this.fields = text(category.fields());
        this.position = position;
        this.active = true;
        return true;
    }

    String slug() {
        return slug;
    }

    Category category() {
        return new Category(slug, name, tier, priority, read(approvers, new TypeReference<List<String>>() { }),
                read(fields, new TypeReference<List<Category.Field>>() { }));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The catalogue was stored in a form that cannot be read", e);
        }
    }
}
