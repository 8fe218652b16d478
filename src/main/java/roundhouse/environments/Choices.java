package roundhouse.environments;

import java.util.Map;
import java.util.Set;

/** Which calendars and policies are to be as the folder says although they were changed on screen, by slug. */
record Choices(Map<String, Set<String>> keys) {

    static final Choices NONE = new Choices(Map.of());

    Set<String> of(String slug) {
        return keys.getOrDefault(slug, Set.of());
    }
}
