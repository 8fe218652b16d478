package roundhouse.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.search.SearchQuery;
import roundhouse.web.Words;

/** A text in which the words that were looked for are marked. */
public record MarkedText(List<Piece> pieces) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    public record Piece(String text, boolean marked) {
    }

    static MarkedText of(String text, SearchQuery asked) {
        List<String> words = asked.terms().stream().flatMap(term -> Words.each(term).stream()).toList();
        String beginning = asked.openEnd() && !words.isEmpty() && words.get(words.size() - 1).length() > 1 ? words.get(words.size() - 1) : null;
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = Words.of(matcher.group());
            if (words.contains(word) || beginning != null && word.startsWith(beginning)) {
                pieces.add(new Piece(text.substring(end, matcher.start()), false));
                pieces.add(new Piece(matcher.group(), true));
                end = matcher.end();
            }
        }
        pieces.add(new Piece(text.substring(end), false));
        return new MarkedText(pieces);
    }
}
