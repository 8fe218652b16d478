package roundhouse.assets;

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

/** What a client has that can break. */
@Path("/api/v1/clients/{slug}/assets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Assets")
public class AssetApi {

    @Inject
    Assets assets;
    @Inject
    WithinReach within;
    @Inject
    Trail trail;
    @Inject
    CurrentPerson current;
    @Inject
    Idempotency idempotency;

    @GET
    @Operation(summary = "By tag; q finds words in tag, type, name, serial, vendor, model, owner and location")
    public Listed<AssetView> list(@PathParam("slug") String slug, @QueryParam("q") String words, @QueryParam("cursor") String cursor,
                                  @QueryParam("limit") Integer asked) {
        int limit = Listed.limit(asked);
        String after = NameCursor.read(cursor);
        return within.inside(current.get(), slug, Right.READ_ENVIRONMENT,
                tenant -> NameCursor.page(assets.list(words, after, limit + 1), limit, AssetView::tag));
    }

    @GET
    @Path("/{tag}")
    public Response read(@PathParam("slug") String slug, @PathParam("tag") String tag) {
        AssetView view = within.inside(current.get(), slug, Right.READ_ENVIRONMENT, tenant -> found(tag).view());
        return Versions.ok(view, view.version());
    }

    @POST
    public Response create(@PathParam("slug") String slug, @Valid @NotNull AssetForm form) {
        By by = current.by(Channel.API);
        AssetView view = within.inside(current.get(), slug, Right.CHANGE_ENVIRONMENT,
                tenant -> idempotency.once(by, form, AssetView.class, () -> assets.add(form, by).view()));
        return Versions.created(UriBuilder.fromResource(AssetApi.class).path("{tag}").build(slug, view.tag()), view, view.version());
    }

    @PUT
    @Path("/{tag}")
    @Operation(summary = "All of an asset; what is left out is emptied")
    public Response change(@PathParam("slug") String slug, @PathParam("tag") String tag, @HeaderParam("If-Match") String version,
                           @Valid @NotNull AssetForm form) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        AssetView view = within.inside(person, slug, Right.READ_ENVIRONMENT, tenant -> {
            Asset asset = found(tag);
            WithinReach.mustHold(person, Right.CHANGE_ENVIRONMENT);
            return idempotency.once(by, form, AssetView.class, () -> {
                Versions.mustMatch(version, asset.version(), () -> trail.last(Assets.about(tag)).map(Entry::summary).orElse("by nobody"));
                assets.change(asset, form, by);
                return asset.view();
            });
        });
        return Versions.ok(view, view.version());
    }

    private Asset found(String tag) {
        return assets.byTag(tag).orElseThrow(NotFound::new);
    }
}
