package roundhouse.environments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Role;
import roundhouse.tenancy.Tenants;
import roundhouse.web.TimeWords;

/** What the folder {@code tenants/} did when it was applied last, and the button to apply it again. */
@Path("/desk/administration/environments")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Word.ADMINISTRATOR)
public class EnvironmentsPage {

    private static final URI HERE = URI.create("/desk/administration/environments");

    @CheckedTemplate(basePath = "environments")
    static class Templates {
        static native TemplateInstance environments(Report report, String applied);
    }

    @Inject
    Environments environments;
    @Inject
    Tenants tenants;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        Report report = environments.last().orElse(null);
        return Templates.environments(report, report == null ? "" : TimeWords.moment(report.at(), tenants.provider().zone(), current.by(Channel.DESK).at()));
    }

    @POST
    @Path("/application")
    @Operation(hidden = true)
    public Response apply() {
        environments.apply(current.by(Channel.DESK));
        return Response.seeOther(HERE).build();
    }
}
