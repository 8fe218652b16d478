package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import roundhouse.sla.Priority;

/**
 * One kind of request in a client's catalogue.
 *
 * @param slug      as in {@code catalogue.yaml}, {@code category}
 * @param approvers user names of those who must agree first
 */
public record Category(String slug, String name, Tier tier, Priority priority, List<String> approvers, List<Field> fields) {

    /**
     * @param label   the question as the requester reads it
     * @param choices of type {@link Type#CHOICE}, else empty
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Field(String name, String label, Type type, boolean required, List<String> choices) {

        public Field {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }
    }

    public enum Type {
        TEXT, PARAGRAPH, CHOICE, DATE, NUMBER, ASSET, PERSON, FILE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
