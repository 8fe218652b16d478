package roundhouse.reports;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.web.WithinReach;

/** The SLA report of one client. Days are of the client's zone; without any it is the last full month. */
@Path("/api/v1/clients/{slug}/reports/sla")
@Authenticated
@Tag(name = "Reports")
public class SlaReportApi {

    @Inject
    WithinReach within;
    @Inject
    SlaReports reports;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public SlaReport json(@PathParam("slug") String slug, @RestQuery String from, @RestQuery String to) {
        Instant now = time.now();
        return within.inside(current.get(), slug, Right.READ_REPORTS, client -> reports.of(client, Period.of(from, to, client.zone(), now), now));
    }

    @GET
    @Produces(SlaReportFile.CSV + ";qs=0.5")
    public Response csv(@PathParam("slug") String slug, @RestQuery String from, @RestQuery String to) {
        return SlaReportFile.of(json(slug, from, to));
    }
}
