package roundhouse.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.branding.Brand;
import roundhouse.branding.Brands;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.WithinReach;

/** The SLA report of one client, fit to be printed and put before the client. */
@Path("/desk/reports/{slug}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ReportPage {

    @CheckedTemplate(basePath = "reports")
    static class Templates {
        static native TemplateInstance report(ReportView report, List<Tenant> clients);
    }

    @Inject
    WithinReach within;
    @Inject
    SlaReports reports;
    @Inject
    Brands brands;
    @Inject
    Tenants tenants;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@PathParam("slug") String slug, @RestQuery String from, @RestQuery String to) {
        SignedIn person = current.get();
        Instant now = time.now();
        ReportView view = within.inside(person, slug, Right.READ_REPORTS, client -> {
            Period period = Period.of(from, to, client.zone(), now);
            Brand brand = brands.ofThisClient().orElseGet(() -> Brand.plain(client.name()));
            return ReportView.of(reports.of(client, period, now), client, brand, period);
        });
        return Templates.report(view, tenants.all().stream().filter(tenant -> person.reach().includes(tenant.id())).toList());
    }

    @GET
    @Path("rows.csv")
    @Produces(SlaReportFile.CSV)
    @Operation(hidden = true)
    public Response rows(@PathParam("slug") String slug, @RestQuery String from, @RestQuery String to) {
        Instant now = time.now();
        return SlaReportFile.of(within.inside(current.get(), slug, Right.READ_REPORTS,
                client -> reports.of(client, Period.of(from, to, client.zone(), now), now)));
    }
}
