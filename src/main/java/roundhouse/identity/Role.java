package roundhouse.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

public enum Role {
    TECHNICIAN, ACCOUNT_MANAGER, ADMINISTRATOR, REQUESTER, APPROVER, CLIENT_MANAGER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** For annotations, which want constants. */
    public static final class Word {
        public static final String TECHNICIAN = "technician";
        public static final String ACCOUNT_MANAGER = "account_manager";
        public static final String ADMINISTRATOR = "administrator";

        private Word() {
        }
    }
}
