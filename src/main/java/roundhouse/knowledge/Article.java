package roundhouse.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import roundhouse.identity.By;
import roundhouse.search.Findable;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Row;
import roundhouse.web.Words;

/** What somebody found out and wrote down for the next one. */
@Entity
public class Article extends Row {

    private String slug;
    private String title;
    private String audience;
    private String category;
    private LocalDate review;
    private String body;
    private String words;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Column(name = "updated_by")
    private String updatedBy;

    protected Article() {
    }

    Article(Key key, ArticleForm form, By by) {
        this.key = key;
        this.slug = form.slug();
        take(form, by);
    }

    /** @return what changed, in words: {@code title; audience: internal to client} */
    List<String> change(ArticleForm form, By by) {
        List<String> changes = new ArrayList<>();
        if (!title.equals(form.title())) {
            changes.add("title");
        }
        compare(changes, "audience", audience, form.audience().word());
        compare(changes, "category", category, form.category());
        compare(changes, "review", review, form.review());
        if (!body.equals(form.body())) {
            changes.add("text");
        }
        if (!changes.isEmpty()) {
            take(form, by);
        }
        return changes;
    }

    private void take(ArticleForm form, By by) {
        this.title = form.title();
        this.audience = form.audience().word();
        this.category = form.category();
        this.review = form.review();
        this.body = form.body();
        this.words = Words.of(form.title(), form.category(), form.body());
        this.updatedAt = by.at();
        this.updatedBy = by.name();
    }

    private static void compare(List<String> changes, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(field + ": " + (before == null ? "none" : before) + " to " + (after == null ? "none" : after));
        }
    }

    public String slug() {
        return slug;
    }

    Findable findable(Instant at) {
        return new Findable("article", key.id().toString(), slug, title, !audience.equals(Audience.INTERNAL.word()), slug + (category == null ? "" : " " + category),
                new String[] {slug}, body, at);
    }

    public ArticleView view() {
        return ArticleView.of(slug, title, Audience.of(audience), category, review, body, updatedAt, updatedBy, version);
    }
}
