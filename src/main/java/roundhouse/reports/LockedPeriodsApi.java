package roundhouse.reports;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.web.Idempotency;
import roundhouse.web.Listed;
import roundhouse.web.WithinReach;

/** Periods of a client whose report was put before it: its figures stand for good. */
@Path("/api/v1/clients/{slug}/reports/sla/locks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Reports")
public class LockedPeriodsApi {

    @Inject
    WithinReach within;
    @Inject
    SlaReports reports;
    @Inject
    LockedPeriods locks;
    @Inject
    Idempotency idempotency;
    @Inject
    CurrentPerson current;

    @GET
    public Listed<LockedPeriod> list(@PathParam("slug") String slug) {
        return within.inside(current.get(), slug, Right.READ_REPORTS, client -> Listed.whole(locks.all()));
    }

    @POST
    @Operation(summary = "Answers with the report as it now stands for good")
    public Response lock(@PathParam("slug") String slug, @Valid @NotNull PeriodForm form) {
        By by = current.by(Channel.API);
        SlaReport report = within.inside(current.get(), slug, Right.LOCK_REPORTS, client -> idempotency.once(by, form, SlaReport.class,
                () -> reports.lock(client, Period.of(form.from(), form.to(), client.zone(), by.at()), by)));
        return Response.created(UriBuilder.fromPath("/api/v1/clients/{slug}/reports/sla").queryParam("from", report.from()).queryParam("to", report.to())
                .build(slug)).entity(report).build();
    }
}
