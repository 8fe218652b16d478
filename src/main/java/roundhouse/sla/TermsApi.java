package roundhouse.sla;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.web.Listed;
import roundhouse.web.NotFound;
import roundhouse.web.WithinReach;

/** The calendars and policies of a client, the provider's behind its own. */
@Path("/api/v1/clients/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Promises")
public class TermsApi {

    @Inject
    Policies policies;
    @Inject
    WithinReach clients;
    @Inject
    CurrentPerson current;

    @GET
    @Path("/calendars")
    public Listed<TermsView> calendars(@PathParam("slug") String slug) {
        return Listed.whole(standing(slug, TermsView.Of.CALENDARS));
    }

    @GET
    @Path("/calendars/{name}")
    public TermsView calendar(@PathParam("slug") String slug, @PathParam("name") String name) {
        return named(name, standing(slug, TermsView.Of.CALENDARS));
    }

    @GET
    @Path("/policies")
    public Listed<TermsView> policies(@PathParam("slug") String slug) {
        return Listed.whole(standing(slug, TermsView.Of.POLICIES));
    }

    @GET
    @Path("/policies/{name}")
    public TermsView policy(@PathParam("slug") String slug, @PathParam("name") String name) {
        return named(name, standing(slug, TermsView.Of.POLICIES));
    }

    private List<TermsView> standing(String slug, TermsView.Of of) {
        return clients.inside(current.get(), slug, Right.READ_ENVIRONMENT, client -> policies.standing(of));
    }

    private static TermsView named(String name, List<TermsView> standing) {
        return standing.stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow(NotFound::new);
    }
}
