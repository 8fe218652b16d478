package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import roundhouse.files.Attachments;
import roundhouse.files.FileName;
import roundhouse.files.Upload;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.SignedIn;
import roundhouse.web.Idempotency;
import roundhouse.web.Refused;

/** Files of a ticket's conversation. */
@Path("/api/v1/tickets/{ref}/files")
@Authenticated
@Tag(name = "Tickets")
public class FilesApi {

    /** What tells a repetition from another request: the files' own bytes stay out of it. */
    record Sent(List<String> files, String body, boolean visibleToClient) {
    }

    @Inject
    Tickets tickets;
    @Inject
    TicketViews views;
    @Inject
    Enclosures enclosures;
    @Inject
    Attachments attachments;
    @Inject
    CurrentPerson current;
    @Inject
    Idempotency idempotency;

    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    public Response read(@PathParam("ref") String ref, @PathParam("id") String id) {
        By by = current.by(Channel.API);
        return attachments.download(tickets.with(current.get(), ref, ticket -> {
            views.opened(ticket, by);
            return enclosures.of(ticket, id);
        }));
    }

    /** @param visibleToClient of staff: whether the client sees them, which nobody assumes; a client's own always are */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sends files with a reply, or with a note where staff do not say public=true")
    public Response send(@PathParam("ref") String ref, @RestForm(FileUpload.ALL) List<FileUpload> files, @RestForm String body,
                         @RestForm("public") boolean visibleToClient) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        if (files.isEmpty()) {
            throw Refused.field("files", "Send at least one file as a part of the form.");
        }
        List<Enclosure> enclosed = files.stream().map(Upload::of).map(Enclosure::with).toList();
        String names = enclosed.stream().map(Enclosure::name).collect(Collectors.joining(", "));
        String words = body == null || body.isBlank() ? names : body;
        boolean visible = visibleToClient || !person.isStaff();
        Sent sent = new Sent(files.stream().map(file -> FileName.clean(file.fileName()) + " " + file.size()).toList(), words, visible);
        Class<? extends Readable> type = by.isStaff() ? TicketView.class : RequestView.class;
        Readable view = tickets.answering(person, ref, ticket -> once(by, sent, type,
                () -> said(ticket, words, enclosed, visible, by)));
        return Response.status(Response.Status.CREATED).entity(view).tag(new EntityTag(String.valueOf(view.version()))).build();
    }

    private <R extends Readable> Readable once(By by, Sent sent, Class<R> type, Supplier<Readable> work) {
        return idempotency.once(by, sent, type, () -> type.cast(work.get()));
    }

    private Readable said(Ticket ticket, String words, List<Enclosure> enclosed, boolean visible, By by) {
        if (visible) {
            tickets.reply(ticket, words, enclosed, by);
        } else {
            tickets.note(ticket, words, enclosed, by);
        }
        return views.of(ticket, by);
    }
}
