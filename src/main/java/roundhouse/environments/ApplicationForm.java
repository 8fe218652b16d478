package roundhouse.environments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/** How one client's folder is to be applied. @param takeFromFolder keys as the plan names them, as in {@code policy standard} */
public record ApplicationForm(@Size(max = 500) List<@NotNull @Size(max = 120)
        @Pattern(regexp = "(calendar|policy) .+", message = "Write calendar or policy and its name, as in policy standard") String> takeFromFolder) {

    static final ApplicationForm NOTHING = new ApplicationForm(List.of());

    Set<String> keys() {
        return takeFromFolder == null ? Set.of() : Set.copyOf(takeFromFolder);
    }
}
