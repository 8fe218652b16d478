package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Idempotency;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/** Asking for help at a client. */
@Path("/api/v1/clients/{slug}/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Tickets")
public class ClientTicketsApi {

    @Inject
    Tickets tickets;
    @Inject
    TicketViews views;
    @Inject
    Tenants tenants;
    @Inject
    CurrentPerson current;
    @Inject
    Idempotency idempotency;

    @POST
    public Response submit(@PathParam("slug") String slug, @Valid @NotNull Submission submission) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        Tenant tenant = tenants.bySlug(slug).orElseThrow(NotFound::new);
        Readable view = tickets.asking(person, tenant, () -> by.isStaff() ? submitted(person, submission, by, TicketView.class)
                : submitted(person, submission, by, RequestView.class));
        return Response.created(URI.create("/api/v1/tickets/" + view.ref())).tag(new EntityTag(String.valueOf(view.version()))).entity(view).build();
    }

    private <R extends Readable> Readable submitted(SignedIn person, Submission submission, By by, Class<R> type) {
        boolean forSomeoneElse = submission.requester() != null && !submission.requester().equals(person.user());
        if (!person.isStaff() && forSomeoneElse && !person.may(Right.READ_COMPANY_TICKETS)) {
            throw Refused.field("requester", "You can ask for yourself; a client manager can ask for others.");
        }
        return idempotency.once(by, submission, type, () -> type.cast(views.of(tickets.submit(submission, by), by)));
    }
}
