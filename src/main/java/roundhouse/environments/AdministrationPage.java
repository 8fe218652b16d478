package roundhouse.environments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import roundhouse.identity.Role;

/** Administration begins with the clients. */
@Path("/desk/administration")
@RolesAllowed(Role.Word.ADMINISTRATOR)
public class AdministrationPage {

    @GET
    @Operation(hidden = true)
    public Response page() {
        return Response.seeOther(URI.create("/desk/administration/environments")).build();
    }
}
