package roundhouse.environments;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.web.WithinReach;

/** One client's folder: what applying it would do, and doing it. */
@Path("/api/v1/clients/{slug}/environment")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Environments")
public class EnvironmentApi {

    @Inject
    Environments environments;
    @Inject
    WithinReach clients;
    @Inject
    CurrentPerson current;

    @GET
    @Path("/plan")
    @Operation(summary = "What applying the folder would do to calendars and policies, and what was changed on screen since",
            description = "Nothing is changed. What drifts stays as it is on screen when the folder is applied, unless its key is chosen.")
    public Plan plan(@PathParam("slug") String slug) {
        return environments.plan(clients.client(current.get(), slug, Right.ADMINISTER), current.by(Channel.API));
    }

    @POST
    @Path("/application")
    @Operation(summary = "Apply the folder of this client again",
            description = "Calendars and policies that were changed on screen stay and are told as drift, but for those whose keys stand in takeFromFolder.")
    public Outcome apply(@PathParam("slug") String slug, @Valid ApplicationForm form) {
        return environments.apply(clients.client(current.get(), slug, Right.ADMINISTER), form == null ? ApplicationForm.NOTHING.keys() : form.keys(),
                current.by(Channel.API));
    }
}
