package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;

/**
 * How it ended, in words for the client.
 *
 * @param summary Markdown
 * @param article slug of the article that tells how, null for none
 */
@Embeddable
public record Resolution(@Column(name = "resolution") String summary,
                         @Enumerated(EnumType.STRING) @Column(name = "resolution_code") Code code,
                         @Column(name = "resolution_article") String article) {

    public enum Code {
        FIXED, WORKAROUND, ANSWERED, NOT_REPRODUCIBLE, DECLINED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Code of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public String label() {
            return word().replace('_', ' ');
        }
    }
}
