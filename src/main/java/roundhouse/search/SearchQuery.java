package roundhouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looks for. Whatever is typed is words: quotes hold some together, and the last word may be the beginning of one.
 *
 * @param terms   words and quoted phrases
 * @param kinds   empty for all
 * @param clients tenants, empty for all within reach
 * @param each    hits of a kind at most
 * @param most    hits in all, at most
 */
public record SearchQuery(List<String> terms, boolean openEnd, Set<String> kinds, Set<Integer> clients, int each, int most) {

    public static final List<String> KINDS = List.of("ticket", "article", "asset", "configuration", "person");
    private static final int READ = 400;
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"?|([^\\s\"]+)");

    /** @param text as typed, null for nothing */
    public static SearchQuery of(String text, Set<String> kinds, Set<Integer> clients, int each, int most) {
        String typed = text == null ? "" : text.substring(0, Math.min(READ, text.length())).replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        List<String> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(typed);
        while (matcher.find()) {
            String term = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (term.codePoints().anyMatch(Character::isLetterOrDigit)) {
                terms.add(term);
            }
        }
        return new SearchQuery(terms, !typed.endsWith("\""), kinds, clients, each, most);
    }
}
