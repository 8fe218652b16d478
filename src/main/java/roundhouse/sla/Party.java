package roundhouse.sla;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose terms they are: the client's own, or the provider's, which stand where the client's are silent. */
public enum Party {
    CLIENT, PROVIDER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
