package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import roundhouse.identity.CurrentPerson;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Forms;

/**
 * Who cares for a ticket on the desk, how urgent it is, whether it waits and how it ends. Forms know GET and POST alone: the end of a hold is a resumption,
 * the end of a resolution a reopening.
 */
@Path("/desk/tickets/{ref}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class CarePage {

    @Inject
    TicketAnswers answers;
    @Inject
    Tickets tickets;
    @Inject
    Tenants tenants;
    @Inject
    Forms forms;
    @Inject
    CurrentPerson current;

    /**
     * @param assignee a user name, {@code me}, or empty for nobody
     * @param from     {@code queue} where a row asks, which offers what nobody has to whoever looks at it
     */
    @POST
    @Path("/assignment")
    public Response assign(@PathParam("ref") String ref, @RestForm Integer seen, @RestForm String assignee, @RestForm String from) {
        if ("queue".equals(from)) {
            return answers.ofRow(ref, tickets::take);
        }
        String user = assignee == null || assignee.isEmpty() ? null : assignee.equals("me") ? current.get().user() : assignee;
        return answers.of(ref, seen, Draft.in("assignment"), (ticket, by) -> tickets.assign(ticket, user, by));
    }

    @POST
    @Path("/priority")
    public Response prioritise(@PathParam("ref") String ref, @RestForm Integer seen, @BeanParam PriorityForm form) {
        String wished = form.priority() == null ? "" : form.priority().name();
        return answers.of(ref, seen, Draft.in("priority", "priority", wished, "reason", form.reason()),
                (ticket, by) -> tickets.prioritise(ticket, forms.checked(form).priority(), form.reason(), by));
    }

    @POST
    @Path("/hold")
    public Response hold(@PathParam("ref") String ref, @RestForm Integer seen, @BeanParam HoldForm form) {
        return answers.of(ref, seen, Draft.in("hold", "reason", form.reason(), "question", form.question(), "until", form.until()),
                (ticket, by) -> tickets.hold(ticket, forms.checked(form).hold(tenants.provider().zone()), by));
    }

    @POST
    @Path("/resumption")
    public Response resume(@PathParam("ref") String ref, @RestForm Integer seen) {
        return answers.of(ref, seen, Draft.in("resumption"), tickets::resume);
    }

    @POST
    @Path("/resolution")
    public Response resolve(@PathParam("ref") String ref, @RestForm Integer seen, @BeanParam ResolutionForm form) {
        return answers.of(ref, seen, Draft.in("resolution", "summary", form.summary(), "code", form.code()),
                (ticket, by) -> tickets.resolve(ticket, forms.checked(form).resolution(), by));
    }

    @POST
    @Path("/reopening")
    public Response reopen(@PathParam("ref") String ref, @RestForm Integer seen, @BeanParam ReopeningForm form) {
        return answers.of(ref, seen, Draft.in("reopening", "reason", form.reason()),
                (ticket, by) -> tickets.reopen(ticket, forms.checked(form).reason(), by));
    }
}
