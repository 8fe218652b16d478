package roundhouse.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Text as it is searched: small letters without marks. It is stored beside what it tells of, since PostgreSQL uses no index for it under our policies. */
public final class Words {

    private Words() {
    }

    public static String of(String... texts) {
        String joined = Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Normalizer.normalize(joined, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** Single words, in the order of the text. */
    public static Set<String> each(String text) {
        return Arrays.stream(of(text).split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** For LIKE: what contains this text. No wildcard comes in with it, since {@link #of} keeps letters and digits only. */
    public static String containing(String text) {
        return "%" + of(text) + "%";
    }
}
