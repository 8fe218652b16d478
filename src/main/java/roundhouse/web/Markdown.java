package roundhouse.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown (CommonMark with tables and bare links) to HTML that can do no harm: raw HTML is shown as text, links go to http, https and mail. */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(20).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).softbreak("<br>\n").build();
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6",
                    "table", "thead", "tbody", "tr", "th", "td", "a")
            .allowAttributes("href").onElements("a")
            .allowStandardUrlProtocols()
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private static final int CHARACTERS = 4_000_000;
    private static final Cache<String, String> KNOWN = Caffeine.newBuilder().maximumWeight(CHARACTERS)
            .weigher((String text, String html) -> text.length() + html.length()).build();

    private Markdown() {
    }

    /** What was said in a conversation is read many times and never changes. */
    public static String html(String text) {
        return KNOWN.get(text, Markdown::made);
    }

    private static String made(String text) {
        return SAFE.sanitize(RENDERER.render(PARSER.parse(text)));
    }
}
