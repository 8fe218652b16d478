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

    /** Stars, underscores and the like where Markdown reads them, not those inside a word. */
    private static final Pattern MARKUP = Pattern.compile("\\*\\*|(?<![\\p{L}\\p{N}])[*_`]|[*_`](?![\\p{L}\\p{N}])|(?<!\\S)#{1,6}(?= )");

    private static final int PASSAGE = 240;
    private static final int BEFORE = 79;

    public record Piece(String text, boolean marked) {
    }

    /** The same without the half words at the ends of a passage that was cut out of more. */
    static MarkedText passage(String text, SearchQuery asked) {
        String cut = text.length() < PASSAGE ? text : text.substring(0, Math.max(text.lastIndexOf(' '), PASSAGE / 2)) + " ...";
        String begun = MARKUP.matcher(cut).replaceAll("");
        MarkedText whole = of(begun, asked);
        String ahead = whole.pieces.get(0).text;
        return whole.pieces.size() == 1 || ahead.length() < BEFORE ? whole : of("... " + begun.substring(ahead.indexOf(' ') + 1), asked);
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
