package roundhouse.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import roundhouse.files.Attachments;
import roundhouse.identity.By;
import roundhouse.identity.SignedIn;
import roundhouse.tickets.Enclosures;
import roundhouse.tickets.Questions;
import roundhouse.tickets.Reference;
import roundhouse.tickets.Request;
import roundhouse.tickets.Requests;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.TicketViews;
import roundhouse.tickets.Tickets;
import roundhouse.web.Idempotency;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;
import roundhouse.web.Refused.Violation;

/** One request: what was asked and answered, and the next word. */
@Path("/requests/{ref}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class RequestPage {

    /** @param told the answers that came with it */
    public record Whole(Request request, List<Questions.Answered> told, List<ConversationLine> conversation) {
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance request(Whole whole, ReplyForm form, List<Violation> problems, boolean isNew, Phrases phrases);
    }

    @Inject
    House house;
    @Inject
    Tickets tickets;
    @Inject
    TicketViews views;
    @Inject
    Requests requests;
    @Inject
    Questions questions;
    @Inject
    Enclosures enclosures;
    @Inject
    Attachments attachments;
    @Inject
    Idempotency idempotency;
    @Inject
    Arrived arrived;

    @GET
    public TemplateInstance page(@PathParam("ref") String ref, @RestQuery("new") String isNew) {
        return drawn(ref, ReplyForm.empty(), List.of(), isNew != null);
    }

    @POST
    @Path("replies")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response reply(@PathParam("ref") String ref, MultipartFormDataInput sent) {
        SignedIn member = house.member();
        By by = house.by();
        ReplyForm form = ReplyForm.of(sent);
        try {
            tickets.answering(member, ref, ticket -> idempotency.once(by, form.token(), form.content(), String.class, () -> reply(ticket, form, by)));
            return arrived.at("/requests/" + Reference.of(ref).orElseThrow(), form.token());
        } catch (Refused refused) {
            Response again = Response.status(422).entity(drawn(ref, form.withFreshToken(), Problems.of(refused), false)).build();
            return form.body().isEmpty() ? again : arrived.with(again, form.token());
        }
    }

    @GET
    @Path("files/{id}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("ref") String ref, @PathParam("id") String id) {
        return attachments.download(tickets.with(house.member(), ref, ticket -> enclosures.of(ticket, id)));
    }

    /** Where a forced sign-in leads back to after a reply. */
    @GET
    @Path("replies")
    public Response back(@PathParam("ref") String ref) {
        return Response.seeOther(URI.create("/requests/" + Reference.of(ref).orElseThrow(NotFound::new))).build();
    }

    private String reply(Ticket ticket, ReplyForm form, By by) {
        if (form.body().isEmpty()) {
            throw Refused.field("body", "Write something first");
        }
        if (form.body().length() > ReplyForm.LONGEST) {
            throw Refused.field("body", "At most 100,000 characters");
        }
        tickets.reply(ticket, form.body(), form.files(), by);
        return "taken";
    }

    private TemplateInstance drawn(String ref, ReplyForm form, List<Violation> problems, boolean isNew) {
        By by = house.by();
        return Templates.request(tickets.with(house.member(), ref, ticket -> new Whole(requests.of(ticket, by.at()), questions.answered(ticket),
                ConversationLine.of(views.conversation(ticket, by), by.user()))), form, problems, isNew, house.phrases());
    }
}
