package roundhouse.assets;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A configuration as a file, a script or a screen describes it.
 *
 * @param slug       the name of its file, {@code vpn}
 * @param fields     in the order in which they are shown
 * @param assets     tags of the assets that it tells of
 * @param categories of the client's catalogue, slugs
 * @param verified   null where nobody has yet
 */
public record ConfigurationForm(
        @NotBlank(message = "A short name, as in vpn") @Size(max = 60, message = "At most 60 characters")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]*", message = "Small letters, digits and dashes, as in vpn") String slug,
        @NotNull(message = "Say of which type it is") ConfigurationType type,
        @NotBlank(message = "Give it a name") @Size(max = 200, message = "At most 200 characters") String name,
        @Size(max = 100, message = "At most 100 fields")
        Map<@NotBlank(message = "Every field has a name") @Size(max = 100, message = "At most 100 characters") String,
            @NotNull(message = "Write something, or leave the field out") @Size(max = 4_000, message = "At most 4,000 characters") String> fields,
        @Size(max = 500, message = "At most 500 assets") List<@NotBlank String> assets,
        @Size(max = 100, message = "At most 100 categories") List<@NotBlank String> categories,
        @Valid Verified verified) {

    public ConfigurationForm {
        fields = fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        assets = assets == null ? List.of() : assets.stream().distinct().toList();
        categories = categories == null ? List.of() : categories.stream().distinct().toList();
    }

    /** @param by user name of a member of staff */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Verified(@NotNull(message = "A date, as in 2026-08-01") LocalDate on, @NotBlank(message = "A user name") String by) {
    }
}
