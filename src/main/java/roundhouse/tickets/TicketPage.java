package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.files.Attachments;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Forms;
import roundhouse.web.Idempotency;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/**
 * One ticket on the desk. Forms know GET and POST alone: the end of a hold is a resumption, the end of a resolution a reopening.
 * A verb answers with the parts of the page that it changed; without htmx it leads back to the page.
 */
@Path("/desk/tickets/{ref}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class TicketPage {

    private static final int BESIDE = 25;

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance ticket(TicketScreen screen, QueueView queue);

        static native TemplateInstance ticket$head(TicketScreen screen);

        static native TemplateInstance ticket$talk(TicketScreen screen);

        static native TemplateInstance ticket$composer(TicketScreen screen);

        static native TemplateInstance ticket$beside(TicketScreen screen, QueueView queue);
    }

    @Inject
    TicketScreens screens;
    @Inject
    QueueViews queue;
    @Inject
    Tickets tickets;
    @Inject
    Tenants tenants;
    @Inject
    Enclosures enclosures;
    @Inject
    Attachments attachments;
    @Inject
    Idempotency idempotency;
    @Inject
    Forms forms;
    @Inject
    CurrentPerson current;
    @HeaderParam("HX-Request")
    String htmx;

    @GET
    public TemplateInstance page(@PathParam("ref") String ref, @BeanParam QueueParameters asked) {
        return Templates.ticket(screens.of(reader(), ref, by()), beside(asked));
    }

    /** What changed meanwhile, for whoever has the page open: everything but what is being written. */
    @GET
    @Path("/changes")
    public String changes(@PathParam("ref") String ref, @BeanParam QueueParameters asked) {
        TicketScreen screen = screens.of(reader(), ref, by());
        return Templates.ticket$head(screen).render() + Templates.ticket$talk(screen).render() + Templates.ticket$beside(screen, beside(asked)).render();
    }

    @POST
    @Path("/replies")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response reply(@PathParam("ref") String ref, @BeanParam ReplyForm form) {
        return answer(ref, "reply", typed("body", form.body()),
                (ticket, by) -> once(form, by, () -> tickets.reply(ticket, form.body(), form.enclosed(), by)));
    }

    @POST
    @Path("/notes")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response note(@PathParam("ref") String ref, @BeanParam ReplyForm form) {
        return answer(ref, "note", typed("body", form.body()),
                (ticket, by) -> once(form, by, () -> tickets.note(ticket, form.body(), form.enclosed(), by)));
    }

    @GET
    @Path("/files/{id}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("ref") String ref, @PathParam("id") String id) {
        return attachments.download(tickets.with(reader(), ref, ticket -> enclosures.of(ticket, id)));
    }

    /**
     * @param assignee a user name, {@code me}, or empty for nobody
     * @param from     {@code queue} where a row asks, which draws itself anew
     */
    @POST
    @Path("/assignment")
    public Response assign(@PathParam("ref") String ref, @RestForm String assignee, @RestForm String from) {
        String user = assignee == null || assignee.isEmpty() ? null : assignee.equals("me") ? current.get().user() : assignee;
        Response answer = answer(ref, "assignment", Map.of(), (ticket, by) -> tickets.assign(ticket, user, by));
        return "queue".equals(from) && answer.getStatus() == 200 ? Response.noContent().build() : answer;
    }

    @POST
    @Path("/priority")
    public Response prioritise(@PathParam("ref") String ref, @BeanParam PriorityForm form) {
        return answer(ref, "priority", typed("reason", form.reason()),
                (ticket, by) -> tickets.prioritise(ticket, forms.checked(form).priority(), form.reason(), by));
    }

    @POST
    @Path("/hold")
    public Response hold(@PathParam("ref") String ref, @BeanParam HoldForm form) {
        return answer(ref, "hold", typed("reason", form.reason(), "question", form.question(), "until", form.until()),
                (ticket, by) -> tickets.hold(ticket, forms.checked(form).hold(tenants.provider().zone()), by));
    }

    @POST
    @Path("/resumption")
    public Response resume(@PathParam("ref") String ref) {
        return answer(ref, "resumption", Map.of(), tickets::resume);
    }

    @POST
    @Path("/resolution")
    public Response resolve(@PathParam("ref") String ref, @BeanParam ResolutionForm form) {
        return answer(ref, "resolution", typed("summary", form.summary(), "code", form.code()),
                (ticket, by) -> tickets.resolve(ticket, forms.checked(form).resolution(), by));
    }

    @POST
    @Path("/reopening")
    public Response reopen(@PathParam("ref") String ref, @BeanParam ReopeningForm form) {
        return answer(ref, "reopening", typed("reason", form.reason()), (ticket, by) -> tickets.reopen(ticket, forms.checked(form).reason(), by));
    }

    private Response answer(String ref, String verb, Map<String, String> typed, BiConsumer<Ticket, By> change) {
        SignedIn person = reader();
        try {
            return changed(screens.after(person, ref, by(), change), verb);
        } catch (Refused refusal) {
            TicketScreen screen = screens.of(person, ref, by()).with(new Draft(verb, typed, refusal.getMessage()));
            String parts = isWritten(verb) ? Templates.ticket$composer(screen).render() : Templates.ticket$head(screen).render();
            return Response.status(422).entity(htmx != null ? parts : Templates.ticket(screen, beside(new QueueParameters())).render()).build();
        }
    }

    /** Whoever wrote a note goes on writing notes: nothing meant for colleagues is sent out by habit. */
    private Response changed(TicketScreen drawn, String verb) {
        if (htmx == null) {
            return Response.seeOther(URI.create("/desk/tickets/" + drawn.ref())).build();
        }
        TicketScreen screen = verb.equals("note") ? drawn.with(new Draft(verb, Map.of(), "")) : drawn;
        return Response.ok(Templates.ticket$head(screen).render() + Templates.ticket$talk(screen).render()
                + (isWritten(verb) || !screen.writable() ? Templates.ticket$composer(screen).render() : "")).build();
    }

    private void once(ReplyForm form, By by, Runnable saying) {
        forms.checked(form);
        idempotency.once(by, form.token(), form.content(), String.class, () -> {
            saying.run();
            return "said";
        });
    }

    private static boolean isWritten(String verb) {
        return verb.equals("reply") || verb.equals("note");
    }

    private QueueView beside(QueueParameters asked) {
        if (asked.limit == null) {
            asked.limit = BESIDE;
        }
        return queue.of(asked, current.get());
    }

    private SignedIn reader() {
        SignedIn person = current.get();
        if (!person.may(Right.READ_TICKETS)) {
            throw new NotFound();
        }
        return person;
    }

    private By by() {
        return current.by(Channel.DESK);
    }

    private static Map<String, String> typed(String... pairs) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1] == null ? "" : pairs[i + 1]);
        }
        return typed;
    }
}
