package roundhouse.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** The place in a list that is ordered by a name which is unique in it. */
public final class NameCursor {

    private NameCursor() {
    }

    /** The name to go on behind; before every name where there is no cursor. */
    public static String read(String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException e) {
            throw Refused.field("cursor", "This cursor is not one of ours: leave it out to begin with the first page.");
        }
    }

    /** @param found one more than the limit where there is another page */
    public static <T> Listed<T> page(List<T> found, int limit, Function<T, String> name) {
        if (found.size() <= limit) {
            return Listed.whole(found);
        }
        String last = name.apply(found.get(limit - 1));
        return new Listed<>(found.subList(0, limit), Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
    }
}
