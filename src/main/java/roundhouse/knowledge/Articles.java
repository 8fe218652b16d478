package roundhouse.knowledge;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.search.SearchIndex;
import roundhouse.tenancy.Editions;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Remembered;
import roundhouse.tenancy.Rows;
import roundhouse.tenancy.Side;
import roundhouse.web.Refused;
import roundhouse.web.Words;

/** The articles of the client of the open unit of work. On the client's side there are no internal ones, here and once more in the database. */
@ApplicationScoped
public class Articles extends Rows<Article> {

    private static final String LINES = """
            select a.slug, a.title, a.audience, a.category, a.review, a.updatedAt from Article a
            where a.key.tenantId = :tenant and a.audience <> :hidden""";

    private static final int MOST_CLIENTS = 500;

    /** @param title its words */
    private record Titled(ArticleLine article, Set<String> title) {
    }

    private final Trail trail;
    private final SearchIndex search;
    private final Editions editions;
    /** By title. Apart, since whoever works on the client's side is not given internal ones by the database either. */
    private final Map<Side, Remembered<List<Titled>>> byTitle = new EnumMap<>(Side.class);

    Articles(Trail trail, SearchIndex search, Editions editions) {
        this.trail = trail;
        this.search = search;
        this.editions = editions;
        Arrays.stream(Side.values()).forEach(side -> byTitle.put(side, new Remembered<>(editions, MOST_CLIENTS)));
    }

    public Optional<Article> named(String slug) {
        return here("slug = :slug and audience <> :hidden", Map.of("slug", slug, "hidden", hidden())).firstResultOptional();
    }

    /** By slug, those behind {@code after}, at most {@code most}. @param words null or what title, category or text contain */
    public List<ArticleLine> list(String words, String after, int most) {
        return getEntityManager().createQuery(LINES + " and a.slug > :after and a.words like :words order by a.slug", ArticleLine.class)
                .setParameter("tenant", units.open().tenant()).setParameter("hidden", hidden()).setParameter("after", after)
                .setParameter("words", words == null ? "%" : Words.containing(words)).setMaxResults(most).getResultList();
    }

    /** What may help with a ticket, best first: of its category, and with words of its subject in the title. @param category slug or null */
    public List<ArticleLine> suggested(String category, String subject, int most) {
        Set<String> asked = Words.each(subject);
        return byTitle.get(units.open().side()).of(units.open().tenant(), this::titled).stream()
                .filter(each -> isOf(category, each.article) || shared(asked, each) > 0)
                .sorted(Comparator.comparing((Titled each) -> !isOf(category, each.article)).thenComparing(each -> -shared(asked, each)))
                .map(Titled::article).limit(most).toList();
    }

    private List<Titled> titled() {
        return getEntityManager().createQuery(LINES + " order by a.title", ArticleLine.class)
                .setParameter("tenant", units.open().tenant()).setParameter("hidden", hidden()).getResultStream()
                .map(article -> new Titled(article, Words.each(article.title()))).toList();
    }

    public Article add(ArticleForm form, By by) {
        Editions.Held client = editions.hold();
        if (named(form.slug()).isPresent()) {
            throw taken(form.slug());
        }
        try {
            Article article = born(form, client, by);
            flush();
            return article;
        } catch (ConstraintViolationException sameNameAtTheSameTime) {
            throw taken(form.slug());
        }
    }

    public void change(Article article, ArticleForm form, By by) {
        Editions.Held client = editions.hold();
        if (!form.slug().equals(article.slug())) {
            throw Refused.field("slug", "A slug stays with its article: add another one.");
        }
        tell(article, form, client, by);
        flush();
    }

    /** Adds and changes as the folder says, removes nothing. @return the slugs of what changed */
    public List<String> put(List<ArticleForm> forms, By by) {
        Editions.Held client = editions.hold();
        Map<String, Article> kept = here(Sort.by("slug")).stream().collect(Collectors.toMap(Article::slug, each -> each));
        List<String> changed = new ArrayList<>();
        for (ArticleForm form : forms) {
            Article article = kept.get(form.slug());
            if (article == null) {
                kept.put(form.slug(), born(form, client, by));
                changed.add(form.slug());
            } else if (tell(article, form, client, by)) {
                changed.add(form.slug());
            }
        }
        return changed;
    }

    private Article born(ArticleForm form, Editions.Held client, By by) {
        Article article = new Article(Key.fresh(units.open()), form, by);
        persist(article);
        search.put(article.findable(by.at()));
        trail.record(about(form.slug()), "added", by);
        client.edited();
        return article;
    }

    private boolean tell(Article article, ArticleForm form, Editions.Held client, By by) {
        List<String> changes = article.change(form, by);
        if (!changes.isEmpty()) {
            search.put(article.findable(by.at()));
            trail.record(about(form.slug()), String.join("; ", changes), by);
            client.edited();
        }
        return !changes.isEmpty();
    }

    /** The audience whose articles are not shown here; no word for none. */
    private String hidden() {
        return units.open().side() == Side.CLIENT ? Audience.INTERNAL.word() : "";
    }

    private static boolean isOf(String category, ArticleLine article) {
        return category != null && category.equals(article.category());
    }

    /** How many telling words of the subject stand in the title. */
    private static long shared(Set<String> asked, Titled article) {
        return asked.stream().filter(word -> word.length() > 2 && article.title.contains(word)).count();
    }

    static String about(String slug) {
        return "article " + slug;
    }

    private static Refused taken(String slug) {
        return Refused.field("slug", "There is an article " + slug + " already: change that one, or take another slug.");
    }
}
