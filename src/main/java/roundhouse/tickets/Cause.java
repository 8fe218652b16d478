package roundhouse.tickets;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import roundhouse.web.Refused;

/**
 * Why a promise was broken, for the reports.
 *
 * @param note for whoever reads the ticket later; may be null
 */
public record Cause(Code code, String note) {

    public enum Code {
        CLIENT("Waited for the client"),
        VENDOR("Waited for a vendor"),
        CAPACITY("Nobody had time"),
        ROUTING("It lay with the wrong team"),
        UNNOTICED("Nobody noticed"),
        DIFFICULT("It was harder than it looked"),
        OUTAGE("A larger outage came first"),
        OTHER("Something else");

        private final String label;

        Code(String label) {
            this.label = label;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return label;
        }

        /** For people: the label of a code, and any other word as it is. */
        public static String words(String word) {
            return Arrays.stream(values()).filter(code -> code.word().equals(word)).findFirst().map(Code::label).orElse(word);
        }

        /** @throws Refused naming all codes for any other word */
        public static Code of(String word) {
            return Arrays.stream(values()).filter(code -> code.word().equals(word)).findFirst().orElseThrow(() -> Refused.field("code",
                    word + " is no code: use one of " + Arrays.stream(values()).map(Code::word).collect(Collectors.joining(", ")) + "."));
        }
    }
}
