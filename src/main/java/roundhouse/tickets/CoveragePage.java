package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Policies;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.web.NotFound;
import roundhouse.web.WithinReach;

/** For each category of a client's catalogue: which policy wins, and where nobody promised anything. */
@Path("/desk/clients/{slug}/coverage")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class CoveragePage {

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance coverage(CoverageScreen screen);
    }

    @Inject
    WithinReach reach;
    @Inject
    Policies policies;
    @Inject
    Catalogue catalogue;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@PathParam("slug") String slug) {
        SignedIn person = current.get();
        if (!person.isStaff()) {
            throw new NotFound();
        }
        Instant now = time.now();
        return reach.inside(person, slug, Right.READ_ENVIRONMENT, client -> Templates.coverage(
                CoverageScreen.of(slug, client.name(), policies.promises(now), catalogue.categories())));
    }
}
