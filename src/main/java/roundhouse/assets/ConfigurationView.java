package roundhouse.assets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** A configuration as the API and the screens show it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConfigurationView(String slug, ConfigurationType type, String name, Map<String, String> fields, List<String> assets,
                                List<String> categories, ConfigurationForm.Verified verified, int version) {

    /** @param category slug, or null @param asset tag, or null */
    public boolean tellsOf(String category, String asset) {
        return asset != null && assets.contains(asset) || category != null && categories.contains(category);
    }
}
