package roundhouse.sla;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.web.WithinReach;

/** What the clocks of a ticket would be, by the promises that stand now. Nothing is stored. */
@Path("/api/v1/clients/{slug}/sla/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Promises")
public class PreviewApi {

    @Inject
    Policies policies;
    @Inject
    WithinReach clients;
    @Inject
    CurrentPerson current;
    @Inject
    DatabaseTime time;

    public record Preview(List<Clock> clocks) {
    }

    @POST
    public Preview preview(@PathParam("slug") String slug, @Valid @NotNull(message = "Tell a story") StoryForm form) {
        Instant present = time.now();
        Promises promises = clients.inside(current.get(), slug, Right.PREVIEW_PROMISES, client -> policies.promises(present));
        try {
            return new Preview(Engine.clocks(promises, form.story(), form.now() == null ? present : form.now()));
        } catch (StoryRefused refused) {
            throw StoryForm.refused(refused.index(), refused.getMessage());
        }
    }
}
