package roundhouse.sla;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.web.Idempotency;
import roundhouse.web.Listed;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;
import roundhouse.web.Versions;
import roundhouse.web.WithinReach;

/** The calendars and policies of a client, the provider's behind its own. What is written becomes a new version of the client's own. */
@Path("/api/v1/clients/{slug}/{of:calendars|policies}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Promises")
public class TermsApi {

    @Inject
    Policies policies;
    @Inject
    WithinReach clients;
    @Inject
    CurrentPerson current;
    @Inject
    Idempotency idempotency;

    @GET
    public Listed<TermsView> list(@PathParam("slug") String slug, @PathParam("of") String of) {
        return clients.inside(current.get(), slug, Right.READ_ENVIRONMENT, client -> Listed.whole(policies.standing(kind(of))));
    }

    @GET
    @Path("/{name}")
    public Response read(@PathParam("slug") String slug, @PathParam("of") String of, @PathParam("name") String name) {
        TermsView view = clients.inside(current.get(), slug, Right.READ_ENVIRONMENT, client -> found(of, name));
        return Versions.ok(view, view.version());
    }

    @POST
    public Response create(@PathParam("slug") String slug, @PathParam("of") String of, @Valid @NotNull TermsForm form) {
        By by = current.by(Channel.API);
        TermsView view = clients.inside(current.get(), slug, Right.CHANGE_PROMISES, client -> idempotency.once(by, form, TermsView.class, () -> {
            policies.standing(kind(of), form.name()).filter(taken -> taken.of() == Party.CLIENT).ifPresent(taken -> {
                throw Refused.field("name", "There is one of the name " + taken.name() + ": change that one, or take another name.");
            });
            return policies.write(kind(of), form, by);
        }));
        return Versions.created(UriBuilder.fromPath("/api/v1/clients/{slug}/{of}/{name}").build(slug, of, view.name()), view, view.version());
    }

    @PUT
    @Path("/{name}")
    @Operation(summary = "All of it; the same content makes no new version")
    public Response change(@PathParam("slug") String slug, @PathParam("of") String of, @PathParam("name") String name,
                           @HeaderParam("If-Match") String version, @Valid @NotNull TermsForm form) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        TermsView view = clients.inside(person, slug, Right.READ_ENVIRONMENT, client -> {
            TermsView before = found(of, name);
            WithinReach.mustHold(person, Right.CHANGE_PROMISES);
            return idempotency.once(by, form, TermsView.class, () -> {
                Versions.mustMatch(version, before.version(), () -> "version " + before.version() + " stands since " + before.since());
                return policies.write(kind(of), form.named(name), by);
            });
        });
        return Versions.ok(view, view.version());
    }

    private TermsView found(String of, String name) {
        return policies.standing(kind(of), name).orElseThrow(NotFound::new);
    }

    private static TermsView.Of kind(String of) {
        return TermsView.Of.valueOf(of.toUpperCase(Locale.ROOT));
    }
}
