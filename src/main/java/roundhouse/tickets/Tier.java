package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Optional;

/** The line of support that has the ticket. */
public enum Tier {
    FIRST("1"), SECOND("2"), THIRD("3"), VENDOR("vendor");

    private final String word;

    Tier(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    public static Tier of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("A tier is 1, 2, 3 or vendor, not " + word));
    }

    public static Optional<Tier> named(String word) {
        return Arrays.stream(values()).filter(tier -> tier.word.equals(word)).findFirst();
    }

    @Converter(autoApply = true)
    public static class Column implements AttributeConverter<Tier, String> {

        @Override
        public String convertToDatabaseColumn(Tier tier) {
            return tier == null ? null : tier.word;
        }

        @Override
        public Tier convertToEntityAttribute(String word) {
            return word == null ? null : of(word);
        }
    }
}
