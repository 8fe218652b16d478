package roundhouse.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** An error as RFC 9457 wants it, {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Refused.Violation> violations, String correlation) {

    public static final String JSON = "application/problem+json";

    /** What the detail does not say already. */
    @JsonIgnore
    public List<String> furtherWords() {
        return violations.stream().map(Refused.Violation::message).filter(words -> !words.equals(detail)).toList();
    }
}
