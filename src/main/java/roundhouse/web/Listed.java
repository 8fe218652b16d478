package roundhouse.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A page of a list. @param next cursor of the next page, null on the last */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Listed<T>(List<T> items, String next) {

    public static final int LIMIT = 50;
    public static final int MOST = 200;

    public static <T> Listed<T> whole(List<T> items) {
        return new Listed<>(items, null);
    }

    /** @param asked null for the usual; refused outside 1 to 200 */
    public static int limit(Integer asked) {
        if (asked == null) {
            return LIMIT;
        }
        if (asked < 1 || asked > MOST) {
            throw Refused.field("limit", "A page has 1 to " + MOST + " items.");
        }
        return asked;
    }
}
