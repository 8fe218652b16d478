package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.files.Attachments;
import roundhouse.identity.By;
import roundhouse.web.Forms;
import roundhouse.web.Idempotency;

/** What is said in a ticket on the desk, to the client or among staff, and the files that go with it. */
@Path("/desk/tickets/{ref}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ConversationPage {

    @Inject
    TicketAnswers answers;
    @Inject
    Tickets tickets;
    @Inject
    Enclosures enclosures;
    @Inject
    Attachments attachments;
    @Inject
    Idempotency idempotency;
    @Inject
    Forms forms;

    @POST
    @Path("/replies")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response reply(@PathParam("ref") String ref, @RestForm Integer seen, @BeanParam ReplyForm form) {
        return answers.of(ref, seen, Draft.in("reply", "body", form.body()),
                (ticket, by) -> once(form, by, () -> tickets.reply(ticket, form.body(), form.enclosed(), by)));
    }

    @POST
    @Path("/notes")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response note(@PathParam("ref") String ref, @RestForm Integer seen, @BeanParam ReplyForm form) {
        return answers.of(ref, seen, Draft.in("note", "body", form.body()),
                (ticket, by) -> once(form, by, () -> tickets.note(ticket, form.body(), form.enclosed(), by)));
    }

    @GET
    @Path("/files/{id}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("ref") String ref, @PathParam("id") String id) {
        return attachments.download(tickets.with(answers.reader(), ref, ticket -> enclosures.of(ticket, id)));
    }

    private void once(ReplyForm form, By by, Runnable saying) {
        forms.checked(form);
        idempotency.once(by, form.token(), form.content(), String.class, () -> {
            saying.run();
            return "said";
        });
    }
}
