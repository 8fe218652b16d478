package roundhouse.sla;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.Right;

/** What a client was promised, policy by policy, and how each became what it is. */
@Path("/desk/clients/{slug}/policies")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class PoliciesPage {

    @CheckedTemplate(basePath = "sla")
    static class Templates {
        static native TemplateInstance policies(String slug, String client, boolean changeable, List<PolicyScreen> policies);

        static native TemplateInstance policy(PolicyScreen policy);
    }

    @Inject
    TermsScreens screens;

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@PathParam("slug") String slug) {
        return screens.inside(slug, Right.READ_ENVIRONMENT,
                desk -> Templates.policies(slug, desk.client().name(), desk.person().may(Right.CHANGE_PROMISES), screens.policies(desk)));
    }

    @GET
    @Path("/{name}")
    @Operation(hidden = true)
    public TemplateInstance policy(@PathParam("slug") String slug, @PathParam("name") String name, @RestQuery String of) {
        return screens.inside(slug, Right.READ_ENVIRONMENT, desk -> Templates.policy(screens.policy(desk, name, of)));
    }
}
