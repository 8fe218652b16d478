package roundhouse.knowledge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.tenancy.Tenant;
import roundhouse.web.NotFound;
import roundhouse.web.WithinReach;

/** One article of a client, to read on the desk. */
@Path("/desk/clients/{slug}/articles/{name}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ArticlePage {

    @CheckedTemplate(basePath = "knowledge")
    static class Templates {
        static native TemplateInstance article(ArticleView article, Tenant client);
    }

    @Inject
    Articles articles;
    @Inject
    WithinReach within;
    @Inject
    CurrentPerson current;

    @GET
    public TemplateInstance page(@PathParam("slug") String slug, @PathParam("name") String name) {
        if (!current.get().isStaff()) {
            throw new NotFound();
        }
        return within.inside(current.get(), slug, Right.READ_ENVIRONMENT,
                tenant -> Templates.article(articles.named(name).orElseThrow(NotFound::new).view(), tenant));
    }
}
