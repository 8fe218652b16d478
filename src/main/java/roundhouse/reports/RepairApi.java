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
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.web.Idempotency;
import roundhouse.web.Listed;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;
import roundhouse.web.WithinReach;

/** What the clocks of a client would say if their stories were told anew, and what shall count otherwise than it was judged. */
@Path("/api/v1/clients/{slug}/sla")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Reports")
public class RepairApi {

    @Inject
    WithinReach within;
    @Inject
    RepairDifferences differences;
    @Inject
    Adjustments adjustments;
    @Inject
    Idempotency idempotency;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @POST
    @Path("/repairs")
    @Operation(summary = "A dry run: nothing is stored")
    public RepairView repair(@PathParam("slug") String slug, @Valid @NotNull RepairForm form) {
        SignedIn person = current.get();
        Tenant client = within.client(person, slug);
        WithinReach.mustHold(person, Right.READ_REPORTS);
        return differences.of(client, person, Period.of(form.from(), form.to(), client.zone(), time.now()), form.termsOrThen());
    }

    @GET
    @Path("/adjustments")
    @Operation(summary = "The open ones first; state is open, approved or declined")
    public Listed<Adjustment> list(@PathParam("slug") String slug, @RestQuery String state) {
        return within.inside(current.get(), slug, Right.READ_REPORTS, client -> Listed.whole(adjustments.all(client, state(state))));
    }

    @POST
    @Path("/adjustments")
    @Operation(summary = "Proposes; it counts once a second person approves it")
    public Response propose(@PathParam("slug") String slug, @Valid @NotNull AdjustmentForm form) {
        By by = current.by(Channel.API);
        Proposed proposed = within.inside(current.get(), slug, Right.ADJUST_REPORTS, client -> idempotency.once(by, form, Proposed.class,
                () -> new Proposed(adjustments.propose(client, form.checked(), by))));
        return Response.created(URI.create("/api/v1/clients/" + slug + "/sla/adjustments")).entity(proposed).build();
    }

    @POST
    @Path("/adjustments/{id}/decision")
    public Adjustment decide(@PathParam("slug") String slug, @PathParam("id") String id, @Valid @NotNull DecisionForm form) {
        By by = current.by(Channel.API);
        return within.inside(current.get(), slug, Right.ADJUST_REPORTS, client -> idempotency.once(by, form, Adjustment.class,
                () -> adjustments.decide(client, id(id), form.checked().approved(), form.noteOrNull(), by)));
    }

    /** What one call proposed. */
    public record Proposed(List<Adjustment> items) {
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static Adjustment.State state(String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(Adjustment.State.values()).filter(state -> state.word().equals(word)).findFirst()
                .orElseThrow(() -> Refused.field("state", "A state is open, approved or declined."));
    }
}
