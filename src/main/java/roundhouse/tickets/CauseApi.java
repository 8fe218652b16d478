package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a promise was broken. */
@Path("/api/v1/tickets/{ref}/clocks/{kind}/{instance}/cause")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Tickets")
public class CauseApi {

    @Inject
    Causes causes;
    @Inject
    TicketWrites writes;

    /** @param code {@code client}, {@code vendor}, {@code capacity}, {@code routing}, {@code unnoticed}, {@code difficult}, {@code outage} or {@code other} */
    public record Wish(@NotBlank(message = "Say why, with one of the codes.") String code, @Size(max = 1_000, message = "At most 1,000 characters.") String note) {
    }

    /** @param kind as in {@code first_response} */
    @PUT
    public Response say(@PathParam("ref") String ref, @PathParam("kind") String kind, @PathParam("instance") int instance,
                        @HeaderParam("If-Match") String version, @Valid @NotNull Wish wish) {
        return writes.work(ref, version, wish,
                (ticket, by) -> causes.say(ticket, kind, instance, new Cause(Cause.Code.of(wish.code()), wish.note()), by));
    }
}
