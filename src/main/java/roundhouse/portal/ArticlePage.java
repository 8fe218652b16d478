package roundhouse.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import roundhouse.knowledge.Article;
import roundhouse.knowledge.Articles;
import roundhouse.knowledge.ArticleView;
import roundhouse.web.NotFound;

/** What somebody wrote down for this client's people. */
@Path("/articles/{slug}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ArticlePage {

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance article(ArticleView article, Phrases phrases);
    }

    @Inject
    House house;
    @Inject
    Articles articles;

    @GET
    public TemplateInstance page(@PathParam("slug") String slug) {
        return Templates.article(house.inside(() -> articles.named(slug).map(Article::view).orElseThrow(NotFound::new)), house.phrases());
    }
}
