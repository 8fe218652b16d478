package roundhouse.environments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.WithinReach;

/** One client's folder beside what stands: what applying it would do, and what was changed on screen. */
@Path("/desk/administration/environments/{slug}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class EnvironmentPage {

    @CheckedTemplate(basePath = "environments")
    static class Templates {
        static native TemplateInstance environment(PlanScreen screen, Outcome outcome);
    }

    @Inject
    Environments environments;
    @Inject
    WithinReach clients;
    @Inject
    Tenants tenants;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@PathParam("slug") String slug) {
        return drawn(client(slug), null);
    }

    /** @param take keys of what is to be as the folder says although it was changed on screen */
    @POST
    @Path("/application")
    @Operation(hidden = true)
    public Response apply(@PathParam("slug") String slug, @RestForm List<String> take) {
        Tenant client = client(slug);
        Outcome outcome = environments.apply(client, take == null ? Set.of() : Set.copyOf(take), current.by(Channel.DESK));
        if (!outcome.isWell()) {
            return Response.status(422).entity(drawn(client, outcome).render()).build();
        }
        return Response.seeOther(UriBuilder.fromPath("/desk/administration/environments/{slug}").fragment("applied").build(slug)).build();
    }

    private TemplateInstance drawn(Tenant client, Outcome outcome) {
        By by = current.by(Channel.DESK);
        return Templates.environment(PlanScreen.of(environments.plan(client, by), tenants.provider().zone(), by.at()), outcome);
    }

    private Tenant client(String slug) {
        return clients.client(current.get(), slug, Right.ADMINISTER);
    }
}
