package roundhouse.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Role;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/** Which client, which period? */
@Path("/desk/reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Word.ACCOUNT_MANAGER, Role.Word.ADMINISTRATOR})
public class ReportsPage {

    @CheckedTemplate(basePath = "reports")
    static class Templates {
        /** @param problem what is wrong with the period, null where nothing is */
        static native TemplateInstance reports(List<Tenant> clients, String slug, String from, String to, String problem);
    }

    @Inject
    Tenants tenants;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public Response page(@RestQuery String client, @RestQuery String from, @RestQuery String to) {
        if (client != null && !client.isBlank()) {
            return Response.seeOther(UriBuilder.fromPath("/desk/reports/{slug}").queryParam("from", from == null ? "" : from)
                    .queryParam("to", to == null ? "" : to).build(client)).build();
        }
        List<Tenant> clients = tenants.within(current.get().reach());
        Period lastMonth = Period.of(null, null, tenants.provider().zone(), time.now());
        return Response.ok(Templates.reports(clients, "", lastMonth.from().toString(), lastMonth.to().toString(), null)).build();
    }
}
