package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Choice;
import roundhouse.web.Forms;
import roundhouse.web.Refused;
import roundhouse.web.WithinReach;

/** What the queue does with the tickets that are selected there; each is answered for. */
@Path("/desk/selection")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class SelectionPage {

    private static final int REFUSED = 422;

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance workers(List<Choice> workers);

        static native TemplateInstance outcome(Selection selection, String problem);
    }

    @Inject
    Selections selections;
    @Inject
    Tickets tickets;
    @Inject
    Tenants tenants;
    @Inject
    Forms forms;
    @Inject
    CurrentPerson current;

    @GET
    @Path("/workers")
    public TemplateInstance workers(@RestQuery("ticket") List<String> references) {
        return Templates.workers(selections.workers(worker(), references));
    }

    /** @param assignee a user name, {@code me}, or empty for nobody */
    @POST
    @Path("/assignment")
    public Response assign(@RestForm("ticket") List<String> references, @RestForm String assignee) {
        SignedIn person = worker();
        String user = assignee == null || assignee.isEmpty() ? null : assignee.equals("me") ? person.user() : assignee;
        String what = user == null ? "given back to the tier" : user.equals(person.user()) ? "assigned to you" : "assigned to " + user;
        return answer(() -> selections.each(person, references, what, by(), (ticket, by) -> tickets.assign(ticket, user, by)));
    }

    @POST
    @Path("/priority")
    public Response prioritise(@RestForm("ticket") List<String> references, @BeanParam PriorityForm form) {
        SignedIn person = worker();
        return answer(() -> {
            PriorityForm wish = forms.checked(form);
            return selections.each(person, references, "set to " + wish.priority(), by(), (ticket, by) -> tickets.prioritise(ticket, wish.priority(), wish.reason(), by));
        });
    }

    @POST
    @Path("/hold")
    public Response hold(@RestForm("ticket") List<String> references, @BeanParam HoldForm form) {
        SignedIn person = worker();
        return answer(() -> {
            Hold hold = forms.checked(form).hold(tenants.provider().zone());
            return selections.each(person, references, "put on hold", by(), (ticket, by) -> tickets.hold(ticket, hold, by));
        });
    }

    private static Response answer(Supplier<Selection> verb) {
        try {
            return Response.ok(Templates.outcome(verb.get(), "")).build();
        } catch (Refused refusal) {
            return Response.status(REFUSED).entity(Templates.outcome(Selection.NOTHING, refusal.getMessage())).build();
        }
    }

    private SignedIn worker() {
        SignedIn person = WithinReach.mustSee(current.get(), Right.READ_TICKETS);
        WithinReach.mustHold(person, Right.WORK_TICKETS);
        return person;
    }

    private By by() {
        return current.by(Channel.DESK);
    }
}
