package roundhouse.reports;

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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.branding.Brand;
import roundhouse.branding.Brands;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Forms;
import roundhouse.web.Refused;
import roundhouse.web.WithinReach;

/** The SLA report of one client, fit to be printed and put before the client. */
@Path("/desk/reports/{slug}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ReportPage {

    /** A page that lists more is read by nobody; the file has them all. */
    private static final int MOST_LISTED = 100;

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
    Forms forms;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public Response page(@PathParam("slug") String slug, @RestQuery String from, @RestQuery String to) {
        SignedIn person = current.get();
        List<Tenant> clients = tenants.within(person.reach());
        try {
            return Response.ok(Templates.report(report(person, slug, from, to), clients)).build();
        } catch (Refused e) {
            return Response.status(422).entity(ReportsPage.Templates.reports(clients, slug, from, to, e.getMessage())).build();
        }
    }

    private ReportView report(SignedIn person, String slug, String from, String to) {
        Instant now = time.now();
        return within.inside(person, slug, Right.READ_REPORTS, client -> {
            Period period = Period.of(from, to, client.zone(), now);
            Brand brand = brands.ofThisClient().orElseGet(() -> Brand.plain(client.name()));
            return ReportView.of(reports.of(client, period, MOST_LISTED, now), client, brand, period, now);
        });
    }

    @POST
    @Path("locks")
    @Operation(hidden = true)
    public Response lock(@PathParam("slug") String slug, @RestForm String from, @RestForm String to) {
        By by = current.by(Channel.DESK);
        PeriodForm form = forms.checked(new PeriodForm(from, to));
        within.inside(current.get(), slug, Right.LOCK_REPORTS, client -> reports.lock(client, Period.of(form.from(), form.to(), client.zone(), by.at()), by));
        return Response.seeOther(UriBuilder.fromPath("/desk/reports/{slug}").queryParam("from", from).queryParam("to", to).build(slug)).build();
    }

    @GET
    @Path("missed.csv")
    @Produces(SlaReportFile.CSV)
    @Operation(hidden = true)
    public Response missed(@PathParam("slug") String slug, @RestQuery String from, @RestQuery String to) {
        return SlaReportFile.missed(report(slug, from, to));
    }

    @GET
    @Path("rows.csv")
    @Produces(SlaReportFile.CSV)
    @Operation(hidden = true)
    public Response rows(@PathParam("slug") String slug, @RestQuery String from, @RestQuery String to) {
        return SlaReportFile.of(report(slug, from, to));
    }

    private SlaReport report(String slug, String from, String to) {
        Instant now = time.now();
        return within.inside(current.get(), slug, Right.READ_REPORTS, client -> reports.of(client, Period.of(from, to, client.zone(), now), now));
    }
}
