package roundhouse.knowledge;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.audit.Entry;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.web.Idempotency;
import roundhouse.web.Listed;
import roundhouse.web.NameCursor;
import roundhouse.web.NotFound;
import roundhouse.web.Versions;
import roundhouse.web.WithinReach;

/** What was found out once and is written down. */
@Path("/api/v1/clients/{slug}/articles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Articles")
public class ArticleApi {

    @Inject
    Articles articles;
    @Inject
    WithinReach within;
    @Inject
    Trail trail;
    @Inject
    CurrentPerson current;
    @Inject
    Idempotency idempotency;

    @GET
    @Operation(summary = "By slug; q finds words in title, category and text")
    public Listed<ArticleLine> list(@PathParam("slug") String slug, @QueryParam("q") String words, @QueryParam("cursor") String cursor,
                                  @QueryParam("limit") Integer asked) {
        int limit = Listed.limit(asked);
        String after = NameCursor.read(cursor);
        return within.inside(current.get(), slug, Right.READ_ENVIRONMENT,
                tenant -> NameCursor.page(articles.list(words, after, limit + 1), limit, ArticleLine::slug));
    }

    @GET
    @Path("/{name}")
    public Response read(@PathParam("slug") String slug, @PathParam("name") String name) {
        ArticleView view = within.inside(current.get(), slug, Right.READ_ENVIRONMENT, tenant -> found(name).view());
        return Versions.ok(view, view.version());
    }

    @POST
    public Response create(@PathParam("slug") String slug, @Valid @NotNull ArticleForm form) {
        By by = current.by(Channel.API);
        ArticleView view = within.inside(current.get(), slug, Right.CHANGE_ENVIRONMENT,
                tenant -> idempotency.once(by, form, ArticleView.class, () -> articles.add(form, by).view()));
        return Versions.created(UriBuilder.fromResource(ArticleApi.class).path("{name}").build(slug, view.slug()), view, view.version());
    }

    @PUT
    @Path("/{name}")
    @Operation(summary = "All of an article; what is left out is emptied")
    public Response change(@PathParam("slug") String slug, @PathParam("name") String name, @HeaderParam("If-Match") String version,
                           @Valid @NotNull ArticleForm form) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        ArticleView view = within.inside(person, slug, Right.READ_ENVIRONMENT, tenant -> {
            Article article = found(name);
            WithinReach.mustHold(person, Right.CHANGE_ENVIRONMENT);
            return idempotency.once(by, form, ArticleView.class, () -> {
                Versions.mustMatch(version, article.version(), () -> trail.last(Articles.about(name)).map(Entry::summary).orElse("by nobody"));
                articles.change(article, form, by);
                return article.view();
            });
        });
        return Versions.ok(view, view.version());
    }

    private Article found(String name) {
        return articles.named(name).orElseThrow(NotFound::new);
    }
}
