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
import java.net.URI;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.web.Forms;
import roundhouse.web.WithinReach;

/** The question that a ticket asks while a broken promise of it has no cause. */
@Path("/desk/tickets/{ref}/cause")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class CausePage {

    @Inject
    Tickets tickets;
    @Inject
    Causes causes;
    @Inject
    Forms forms;
    @Inject
    CurrentPerson current;

    @POST
    public Response say(@PathParam("ref") String ref, @BeanParam CauseForm form) {
        SignedIn person = WithinReach.mustSee(current.get(), Right.READ_TICKETS);
        By by = current.by(Channel.DESK);
        return tickets.working(person, ref, ticket -> {
            causes.say(ticket, forms.checked(form).kind(), form.instance(), form.cause(), by);
            return Response.seeOther(URI.create("/desk/tickets/" + ref)).build();
        });
    }
}
