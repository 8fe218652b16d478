package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.web.Forms;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;
import roundhouse.web.Stale;

/** Plain forms for where a ticket goes: to another tier or a vendor, into another ticket or category, to the client, out of the way. */
@Path("/desk/tickets/{ref}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class RoutingPage {

    private static final int STALE = 412;
    private static final int REFUSED = 422;

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance routing(RoutingScreen screen);

        static native TemplateInstance publication(RoutingScreen screen, Said note);
    }

    @Inject
    RoutingScreens screens;
    @Inject
    Tickets tickets;
    @Inject
    TicketViews views;
    @Inject
    Handovers handovers;
    @Inject
    Merges merges;
    @Inject
    Publications publications;
    @Inject
    Cancellations cancellations;
    @Inject
    Forms forms;
    @Inject
    CurrentPerson current;

    @GET
    @Path("/routing")
    public TemplateInstance page(@PathParam("ref") String ref) {
        return Templates.routing(screens.of(current.get(), ref));
    }

    @POST
    @Path("/handover")
    public Response handOver(@PathParam("ref") String ref, @RestForm Integer seen, @BeanParam HandoverForm form) {
        return answer(ref, seen, Draft.in("handover", "tier", form.tier(), "vendor", form.vendor(), "reason", form.reason(), "tried", form.tried(), "findings",
                form.findings(), "nextStep", form.nextStep(), "evidence", form.evidence()), (ticket, by) -> handovers.handOver(ticket, forms.checked(form.handover()), by));
    }

    @POST
    @Path("/category")
    public Response categorise(@PathParam("ref") String ref, @RestForm Integer seen, @RestForm String category) {
        return answer(ref, seen, Draft.in("category", "category", category), (ticket, by) -> tickets.categorise(ticket, category, by));
    }

    @POST
    @Path("/merge")
    public Response merge(@PathParam("ref") String ref, @RestForm Integer seen, @RestForm String into) {
        return answer(ref, seen, Draft.in("merge", "into", into), (ticket, by) -> {
            try {
                merges.merge(ticket, into == null ? "" : into.strip(), by);
            } catch (NotFound unknown) {
                throw Refused.field("into", "This client has no ticket " + into + ".");
            }
        });
    }

    @POST
    @Path("/separation")
    public Response takeBack(@PathParam("ref") String ref, @RestForm Integer seen) {
        return answer(ref, seen, Draft.in("merge"), merges::takeBack);
    }

    @POST
    @Path("/cancellation")
    public Response cancel(@PathParam("ref") String ref, @RestForm Integer seen, @BeanParam CancellationForm form) {
        Draft draft = Draft.in("cancellation", "reason", form.reason(), "client", form.client(), "requester", form.requester());
        try {
            Cancellation wish = forms.checked(form.cancellation());
            tickets.working(current.get(), ref, ticket -> unseen(seen, ticket));
            String anew = cancellations.openAnew(current.get(), ref, null, wish, by()).orElse(null);
            Response answer = answer(ref, null, draft, (ticket, by) -> cancellations.cancel(ticket, wish.reason(), by));
            return anew == null || answer.getStatus() != Response.Status.SEE_OTHER.getStatusCode() ? answer : leadTo(anew);
        } catch (Refused refusal) {
            return refused(ref, draft, refusal);
        } catch (Stale stale) {
            return again(STALE, ref, draft.because(stale.getMessage()));
        }
    }

    /** What the client is about to read, before it is sent. */
    @GET
    @Path("/notes/{id}/publication")
    public TemplateInstance note(@PathParam("ref") String ref, @PathParam("id") String id) {
        return Templates.publication(screens.of(current.get(), ref), screens.note(current.get(), ref, id, by()));
    }

    @POST
    @Path("/notes/{id}/publication")
    public Response publish(@PathParam("ref") String ref, @PathParam("id") String id) {
        return answer(ref, null, Draft.in("publication"), (ticket, by) -> publications.publish(ticket, id, by));
    }

    /** @param seen how many entries the form knew of, null where it does not say */
    private Response answer(String ref, Integer seen, Draft draft, BiConsumer<Ticket, By> verb) {
        try {
            tickets.working(current.get(), ref, ticket -> {
                views.nothingSince(seen, ticket, by());
                verb.accept(ticket, by());
                return null;
            });
            return leadTo(ref);
        } catch (Refused refusal) {
            return refused(ref, draft, refusal);
        } catch (Stale stale) {
            return again(STALE, ref, draft.because(stale.getMessage()));
        } catch (OptimisticLockException raced) {
            return again(STALE, ref, draft.because("Somebody changed this ticket at the same moment: look at it, then try again."));
        }
    }

    private Void unseen(Integer seen, Ticket ticket) {
        views.nothingSince(seen, ticket, by());
        return null;
    }

    private Response refused(String ref, Draft draft, Refused refusal) {
        return again(REFUSED, ref, draft.because(refusal.getMessage() + " What you typed is still here."));
    }

    private Response again(int status, String ref, Draft draft) {
        return Response.status(status).entity(Templates.routing(screens.of(current.get(), ref).with(draft)).render()).build();
    }

    private static Response leadTo(String ref) {
        return Response.seeOther(URI.create("/desk/tickets/" + ref)).build();
    }

    private By by() {
        return current.by(Channel.DESK);
    }
}
