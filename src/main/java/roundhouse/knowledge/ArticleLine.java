package roundhouse.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;

/** An article in a list. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ArticleLine(String slug, String title, Audience audience, String category, LocalDate review, Instant updatedAt) {

    ArticleLine(String slug, String title, String audience, String category, LocalDate review, Instant updatedAt) {
        this(slug, title, Audience.of(audience), category, review, updatedAt);
    }

    /** Nobody looked at it when somebody should have. */
    @JsonIgnore
    public boolean isOverdue(LocalDate today) {
        return review != null && review.isBefore(today);
    }
}
