package roundhouse.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.sla.Priority;

/**
 * What someone asks for.
 *
 * @param body      Markdown
 * @param priority  null for what the category or the house gives
 * @param category  slug of the catalogue, or null
 * @param asset     tag, or null
 * @param requester user name of the one it is for, null for whoever submits
 * @param fields    answers to the category's fields by their names
 */
public record Submission(
        @NotBlank(message = "Say in a few words what it is about") @Size(max = 200, message = "At most 200 characters; the rest belongs below") String subject,
        @NotBlank(message = "Tell what happened and what you need") @Size(max = 100_000, message = "At most 100,000 characters") String body,
        Priority priority, @Size(max = 60) String category, @Size(max = 60) String asset, @Size(max = 100) String requester, Map<String, Object> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The answers by the names of the questions, empty where none were given. */
    Map<String, Object> answers() {
        return fields == null ? Map.of() : fields;
    }

    Submission with(Map<String, String> moreAnswers) {
        if (moreAnswers.isEmpty()) {
            return this;
        }
        Map<String, Object> all = new LinkedHashMap<>(answers());
        all.putAll(moreAnswers);
        return new Submission(subject, body, priority, category, asset, requester, all);
    }

    Submission about(String asset) {
        return new Submission(subject, body, priority, category, asset, requester, fields);
    }

    /** @param text as {@link #fieldsAsText} wrote it, null for none */
    static Map<String, Object> fieldsOf(String text) {
        if (text == null) {
            return new LinkedHashMap<>();
        }
        try {
            return JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answers were stored in a form that cannot be read", e);
        }
    }

    String fieldsAsText() {
        if (fields == null || fields.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Fields are plain values", e);
        }
    }
}
