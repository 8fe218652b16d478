package roundhouse.reports;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody typed that was refused, to be drawn again.
 *
 * @param clocks  that were chosen, as {@code ACME-1042 resolution 1}
 * @param problem what was wrong, empty for nothing
 */
record RepairDraft(Set<String> clocks, Map<String, String> typed, String problem) {

    static final RepairDraft NOTHING = new RepairDraft(Set.of(), Map.of(), "");

    static RepairDraft of(List<String> clocks, Map<String, String> typed, String problem) {
        return new RepairDraft(Set.copyOf(clocks), typed, problem);
    }

    /** What stood in the field, empty for nothing. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** @param id of the proposal */
    public String note(String id) {
        return typed("note " + id);
    }
}
