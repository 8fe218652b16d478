package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.sla.Clock;
import roundhouse.sla.Event;
import roundhouse.sla.EventRow;
import roundhouse.web.Refused;

/** What something that is not done yet would do to the clocks of a ticket. */
@Path("/api/v1/tickets/{ref}/clocks/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Tickets")
public class WhatIfApi {

    @Inject
    Tickets tickets;
    @Inject
    WhatIfs whatIfs;
    @Inject
    CurrentPerson current;

    /** An event of the client's preview without its instant: it happens now. */
    public record Supposition(@NotBlank(message = "Say what would happen: priority, hold, category, resolve ...") String type, @Size(max = 100) String reason,
                              Instant until, @Size(max = 100) String to) {

        Event event(Instant at) {
            try {
                return new EventRow(at, type, reason, until, to).event();
            } catch (IllegalArgumentException noEvent) {
                throw Refused.field("type", noEvent.getMessage());
            }
        }
    }

    /** @param clocks as they would be at once. @param sentences the difference, for people */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Outcome(List<Clock> clocks, List<String> sentences) {
    }

    @POST
    @Operation(summary = "The clocks as they would be, had this happened now; nothing is stored")
    public Outcome suppose(@PathParam("ref") String ref, @Valid @NotNull Supposition supposition) {
        By by = current.by(Channel.API);
        Event event = supposition.event(by.at());
        return tickets.working(current.get(), ref, ticket -> {
            WhatIf whatIf = whatIfs.of(ticket, event, by.at());
            return new Outcome(whatIf.after(), whatIf.sentences());
        });
    }
}
