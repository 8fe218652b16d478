package roundhouse.environments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Role;
import roundhouse.web.NotFound;

/** The command to apply {@code tenants/}, for administrators. */
@Path("/api/v1/environments/application")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Word.ADMINISTRATOR)
@Tag(name = "Environments")
public class EnvironmentsApi {

    @Inject
    Environments environments;
    @Inject
    CurrentPerson current;

    @POST
    @Operation(summary = "Apply the folder tenants/ again")
    public Report apply() {
        return environments.apply(current.by(Channel.API));
    }

    @GET
    @Operation(summary = "What was applied last")
    public Report last() {
        return environments.last().orElseThrow(NotFound::new);
    }
}
