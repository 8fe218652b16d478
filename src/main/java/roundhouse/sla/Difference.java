package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One field that two versions of a calendar or policy say differently, in words.
 *
 * @param what   {@code P2 resolution}
 * @param before null where the field was not there
 * @param after  null where it is gone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Difference(String what, String before, String after) {

    static List<Difference> between(Map<String, String> before, Map<String, String> after) {
        Set<String> fields = new LinkedHashSet<>(after.keySet());
        fields.addAll(before.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                differences.add(new Difference(field, before.get(field), after.get(field)));
            }
        }
        return differences;
    }

    /** {@code P2 resolution: 8 h → 6 h} */
    public String sentence() {
        return what + ": " + (before == null ? "nothing" : before) + " → " + (after == null ? "nothing" : after);
    }
}
