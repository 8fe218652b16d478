package roundhouse.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.People;
import roundhouse.identity.Right;
import roundhouse.identity.SignIns;
import roundhouse.web.Idempotency;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;
import roundhouse.web.WithinReach;

/** Which staff reach a client. It counts within five seconds, wherever they are signed in. */
@Path("/api/v1/clients/{slug}/assignments/{user}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "People")
public class AssignmentsApi {

    @Inject
    People people;
    @Inject
    WithinReach within;
    @Inject
    SignIns signIns;
    @Inject
    Trail trail;
    @Inject
    CurrentPerson current;
    @Inject
    Idempotency idempotency;

    /** @param until null for good */
    public record AssignmentWish(Instant until, @NotBlank(message = "Say why") @Size(max = 500, message = "At most 500 characters") String reason) {
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AssignmentView(String client, String user, Instant until, String reason) {
    }

    @PUT
    @Operation(summary = "Let a member of staff reach the client, for good or until an instant")
    public AssignmentView assign(@PathParam("slug") String slug, @PathParam("user") String user, @Valid @NotNull AssignmentWish wish) {
        By by = current.by(Channel.API);
        if (wish.until() != null && !wish.until().isAfter(by.at())) {
            throw Refused.field("until", "That is past already: name an instant to come, or leave it out for good.");
        }
        AssignmentView view = within.inside(current.get(), slug, Right.MANAGE_PEOPLE, tenant -> {
            people.staff(user).orElseThrow(NotFound::new);
            return idempotency.once(by, wish, AssignmentView.class, () -> {
                if (people.assign(user, wish.until(), wish.reason())) {
                    trail.record("assignment " + user, (wish.until() == null ? "for good" : "until " + wish.until()) + ": " + wish.reason(), by);
                }
                return new AssignmentView(slug, user, wish.until(), wish.reason());
            });
        });
        signIns.forget();
        return view;
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take the client out of a member of staff's reach")
    public void unassign(@PathParam("slug") String slug, @PathParam("user") String user) {
        By by = current.by(Channel.API);
        within.inside(current.get(), slug, Right.MANAGE_PEOPLE, tenant -> {
            if (!people.unassign(user)) {
                throw new NotFound();
            }
            return trail.record("assignment " + user, "ended", by);
        });
        signIns.forget();
    }
}
