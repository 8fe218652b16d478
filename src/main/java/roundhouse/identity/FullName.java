package roundhouse.identity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name as people say it. A word that ends with a full stop is a title and not said, {@code Dr. Owen Mercer}, unless it stands for one letter, {@code J. Mercer}. */
public record FullName(String text) {

    /** {@code Owen} */
    public String first() {
        return words().stream().findFirst().orElse(text);
    }

    /** {@code OM} */
    public String initials() {
        return words().stream().limit(2).map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }

    private List<String> words() {
        List<String> words = Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
        List<String> name = words.stream().filter(word -> word.length() <= 2 || !word.endsWith(".")).toList();
        return name.isEmpty() ? words : name;
    }
}
