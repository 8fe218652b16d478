package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Clock;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.web.Forbidden;
import roundhouse.web.Listed;

/** One ticket: read by whoever reaches it, worked by technicians, answered by its client. */
@Path("/api/v1/tickets/{ref}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Tickets")
public class TicketApi {

    @Inject
    Tickets tickets;
    @Inject
    TicketViews views;
    @Inject
    Clocks clocks;
    @Inject
    CurrentPerson current;
    @Inject
    TicketWrites writes;

    public record Words(@NotBlank(message = "Write something") @Size(max = 100_000, message = "At most 100,000 characters") String body) {
    }

    public record TimeSpent(@Min(value = 1, message = "At least one minute") int minutes, @Size(max = 10_000) String note, boolean billable) {
    }

    /** @param assignee user name, or null to give it back */
    public record AssignmentWish(String assignee) {
    }

    public record PriorityWish(@NotNull(message = "P1, P2, P3 or P4") Priority priority, @Size(max = 10_000) String reason) {
    }

    public record CategoryWish(@NotBlank(message = "A slug of the client's catalogue") String category) {
    }

    public record HoldWish(@NotNull(message = "client, vendor, scheduled, monitoring, duplicate or wrong_client") HoldReason reason,
                           @Size(max = 10_000) String question, Instant until) {
    }

    public record ResolutionWish(@NotBlank(message = "Tell the client what was done") @Size(max = 100_000) String summary,
                                 @NotNull(message = "fixed, workaround, answered, not_reproducible or declined") Resolution.Code code, String article) {
    }

    public record ReopeningWish(@NotBlank(message = "Say why") @Size(max = 10_000) String reason) {
    }

    @GET
    public Response read(@PathParam("ref") String ref) {
        By by = current.by(Channel.API);
        return TicketWrites.tagged(tickets.with(current.get(), ref, ticket -> views.opened(ticket, by)));
    }

    @GET
    @Path("/entries")
    public Listed<EntryView> entries(@PathParam("ref") String ref) {
        By by = current.by(Channel.API);
        return Listed.whole(tickets.with(current.get(), ref, ticket -> views.conversation(ticket, by)));
    }

    /** @param clocks in the order of their kinds */
    public record ClockList(List<Clock> clocks) {
    }

    @GET
    @Path("/clocks")
    public ClockList clocks(@PathParam("ref") String ref) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        return tickets.with(person, ref, ticket -> {
            if (!person.may(Right.READ_TICKETS)) {
                throw new Forbidden("Clocks are for staff.");
            }
            return new ClockList(clocks.of(ticket, by.at()));
        });
    }

    @POST
    @Path("/replies")
    public Response reply(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull Words words) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        return TicketWrites.tagged(tickets.answering(person, ref, ticket -> writes.changed(ticket, version, by, words, (now, what) -> tickets.reply(now, what.body(), by))));
    }

    @POST
    @Path("/notes")
    public Response note(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull Words words) {
        return writes.work(ref, version, words, (ticket, by) -> tickets.note(ticket, words.body(), by));
    }

    @POST
    @Path("/calls")
    public Response call(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull Words words) {
        return writes.work(ref, version, words, (ticket, by) -> tickets.call(ticket, words.body(), by));
    }

    @POST
    @Path("/time")
    public Response spend(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull TimeSpent time) {
        return writes.work(ref, version, time, (ticket, by) -> tickets.spend(ticket, time.minutes(), time.note(), time.billable(), by));
    }

    @PUT
    @Path("/assignment")
    public Response assign(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @NotNull AssignmentWish wish) {
        return writes.work(ref, version, wish, (ticket, by) -> tickets.assign(ticket, wish.assignee(), by));
    }

    @PUT
    @Path("/priority")
    public Response prioritise(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull PriorityWish wish) {
        return writes.work(ref, version, wish, (ticket, by) -> tickets.prioritise(ticket, wish.priority(), wish.reason(), by));
    }

    @PUT
    @Path("/category")
    public Response categorise(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull CategoryWish wish) {
        return writes.work(ref, version, wish, (ticket, by) -> tickets.categorise(ticket, wish.category(), by));
    }

    @POST
    @Path("/hold")
    public Response hold(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull HoldWish wish) {
        return writes.work(ref, version, wish, (ticket, by) -> tickets.hold(ticket, new Hold(wish.reason(), wish.question(), wish.until()), by));
    }

    @DELETE
    @Path("/hold")
    @Consumes(MediaType.WILDCARD)
    public Response resume(@PathParam("ref") String ref, @HeaderParam("If-Match") String version) {
        return writes.work(ref, version, "resume", tickets::resume);
    }

    @POST
    @Path("/resolution")
    public Response resolve(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull ResolutionWish wish) {
        return writes.work(ref, version, wish,
                (ticket, by) -> tickets.resolve(ticket, new Resolution(wish.summary(), wish.code(), wish.article()), by));
    }

    @DELETE
    @Path("/resolution")
    public Response reopen(@PathParam("ref") String ref, @HeaderParam("If-Match") String version, @Valid @NotNull ReopeningWish wish) {
        By by = current.by(Channel.API);
        return TicketWrites.tagged(tickets.answering(current.get(), ref,
                ticket -> writes.changed(ticket, version, by, wish, (now, what) -> tickets.reopen(now, what.reason(), by))));
    }
}
