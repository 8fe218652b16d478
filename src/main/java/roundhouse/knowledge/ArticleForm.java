package roundhouse.knowledge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An article as a file, a script or a screen describes it.
 *
 * @param slug     the name of its file, {@code vpn-first-time}
 * @param category of the client's catalogue, or null
 * @param review   when somebody should look at it again, or null
 * @param body     Markdown
 */
public record ArticleForm(
        @NotBlank(message = "A short name, as in vpn-first-time") @Size(max = 100, message = "At most 100 characters")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]*", message = "Small letters, digits and dashes, as in vpn-first-time") String slug,
        @NotBlank(message = "Give it a title") @Size(max = 200, message = "At most 200 characters") String title,
        @NotNull(message = "Say for whom it is: internal, client or everyone") Audience audience,
        @Size(max = 60, message = "At most 60 characters") String category,
        LocalDate review,
        @NotBlank(message = "Write something") @Size(max = 200_000, message = "At most 200,000 characters") String body) {

    public ArticleForm {
        title = title == null ? null : title.strip();
        category = category == null || category.isBlank() ? null : category;
    }
}
