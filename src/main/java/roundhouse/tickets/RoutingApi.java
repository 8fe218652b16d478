package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;

/** Where a ticket goes: to another tier, into another ticket, to the client, out of the way. */
@Path("/api/v1/tickets/{ref}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Tickets")
public class RoutingApi {

    @Inject
    Handovers handovers;
    @Inject
    Merges merges;
    @Inject
    Publications publications;
    @Inject
    Cancellations cancellations;
    @Inject
    CurrentPerson current;
    @Inject
    TicketWrites writes;

    /** @param into reference of a ticket of the same client */
    public record MergeWish(@NotBlank(message = "Name the ticket in which it goes on, as in ACME-1042") String into) {
    }

    @POST
    @Path("/handover")
    public Response handOver(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull Handover handover) {
        return writes.work(ref, version, handover, (ticket, by) -> handovers.handOver(ticket, handover, by));
    }

    @POST
    @Path("/merge")
    public Response merge(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull MergeWish wish) {
        return writes.work(ref, version, wish, (ticket, by) -> merges.merge(ticket, wish.into(), by));
    }

    @DELETE
    @Path("/merge")
    @Consumes(MediaType.WILDCARD)
    public Response takeBack(@PathParam("ref") String ref, @HeaderParam("If-Match") String version) {
        return writes.work(ref, version, "take back", merges::takeBack);
    }

    /** Of a misrouted ticket that was opened anew, {@code Location} is the new one. */
    @POST
    @Path("/cancellation")
    public Response cancel(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull Cancellation wish) {
        Optional<String> anew = cancellations.openAnew(current.get(), ref, version, wish, current.by(Channel.API));
        Response answer = writes.work(ref, version, wish, (ticket, by) -> cancellations.cancel(ticket, wish.reason(), by));
        return anew.map(opened -> Response.fromResponse(answer).location(URI.create("/api/v1/tickets/" + opened)).build()).orElse(answer);
    }

    @POST
    @Path("/notes/{id}/publication")
    @Consumes(MediaType.WILDCARD)
    public Response publish(@PathParam("ref") String ref, @PathParam("id") String id, @HeaderParam("If-Match") String version) {
        return writes.work(ref, version, id, (ticket, by) -> publications.publish(ticket, id, by));
    }
}
