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
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
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
    @Operation(summary = "Asks for help", description = "What its category requires to be answered binds client users; staff, who may not know it, leave it out. "
            + "Where a question asks for a file, send multipart/form-data instead.")
    public Response submit(@PathParam("slug") String slug, @Valid @NotNull Submission submission) {
        return submitted(slug, submission, List.of(), submission);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Asks for help and sends files with it", description = "The part submission is the same JSON. A part fields.NAME is the file that answers the "
            + "question NAME; files in other parts go along with the first message.")
    public Response submitWithFiles(@PathParam("slug") String slug, @RestForm @PartType(MediaType.APPLICATION_JSON) @Valid @NotNull Submission submission,
                                    @RestForm(FileUpload.ALL) List<FileUpload> files) {
        List<Enclosure> enclosed = files.stream().filter(file -> !file.name().equals("submission")).map(Enclosure::of).toList();
        return submitted(slug, submission, enclosed, List.of(submission, files.stream().map(file -> file.name() + " " + file.fileName() + " " + file.size()).toList()));
    }

    /** @param sent what tells a repetition from another request */
    private Response submitted(String slug, Submission submission, List<Enclosure> enclosed, Object sent) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        Tenant tenant = tenants.bySlug(slug).orElseThrow(NotFound::new);
        Class<? extends Readable> type = by.isStaff() ? TicketView.class : RequestView.class;
        Readable view = tickets.asking(person, tenant, () -> once(by, sent, type, () -> {
            mayAskFor(submission, person);
            return views.of(tickets.submit(submission, enclosed, by), by);
        }));
        return Response.created(URI.create("/api/v1/tickets/" + view.ref())).tag(new EntityTag(String.valueOf(view.version()))).entity(view).build();
    }

    private static void mayAskFor(Submission submission, SignedIn person) {
        boolean forSomeoneElse = submission.requester() != null && !submission.requester().equals(person.user());
        if (!person.isStaff() && forSomeoneElse && !person.may(Right.READ_COMPANY_TICKETS)) {
            throw Refused.field("requester", "You can ask for yourself; a client manager can ask for others.");
        }
    }

    private <R extends Readable> Readable once(By by, Object sent, Class<R> type, Supplier<Readable> work) {
        return idempotency.once(by, sent, type, () -> type.cast(work.get()));
    }
}
