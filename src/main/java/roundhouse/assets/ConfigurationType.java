package roundhouse.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a configuration tells of. */
public enum ConfigurationType {
    NETWORK, DIRECTORY, MFA, VPN, ENDPOINT_MANAGEMENT, BACKUP, LICENCE, TELEPHONY, APPLICATION, VENDOR, PROCEDURE;

    /** {@code endpoint-management} */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the words that there are */
    @JsonCreator
    public static ConfigurationType of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "The type is one of " + Arrays.stream(values()).map(ConfigurationType::word).collect(Collectors.joining(", ")) + "."));
    }
}
