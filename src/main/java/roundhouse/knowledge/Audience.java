package roundhouse.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** For whom an article is written. The database shows a client's people no {@link #INTERNAL} one. */
public enum Audience {
    INTERNAL, CLIENT, EVERYONE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the words that there are */
    @JsonCreator
    public static Audience of(String word) {
        return Arrays.stream(values()).filter(audience -> audience.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The audience is internal, client or everyone."));
    }
}
