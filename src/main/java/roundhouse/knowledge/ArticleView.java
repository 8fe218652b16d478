package roundhouse.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import roundhouse.web.Markdown;

/**
 * An article as the API and the screens show it.
 *
 * @param body      Markdown
 * @param html      the same, harmless
 * @param updatedBy name of whoever changed it last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ArticleView(String slug, String title, Audience audience, String category, LocalDate review, String body, String html,
                          Instant updatedAt, String updatedBy, int version) {

    static ArticleView of(String slug, String title, Audience audience, String category, LocalDate review, String body, Instant updatedAt,
                          String updatedBy, int version) {
        return new ArticleView(slug, title, audience, category, review, body, Markdown.html(body), updatedAt, updatedBy, version);
    }
}
