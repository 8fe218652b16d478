package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;

/** One ticket on the desk. What is said in it: {@link ConversationPage}; what is decided about it: {@link CarePage}. */
@Path("/desk/tickets/{ref}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class TicketPage {

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance ticket(TicketScreen screen, Beside.View beside);

        static native TemplateInstance ticket$head(TicketScreen screen);

        static native TemplateInstance ticket$talk(TicketScreen screen);

        static native TemplateInstance ticket$composer(TicketScreen screen);

        static native TemplateInstance ticket$beside(TicketScreen screen, Beside.View beside);
    }

    @Inject
    TicketScreens screens;
    @Inject
    TicketAnswers answers;
    @Inject
    Beside beside;
    @Inject
    CurrentPerson current;

    @GET
    public TemplateInstance page(@PathParam("ref") String ref, @BeanParam QueueParameters asked) {
        return Templates.ticket(screen(ref), beside.of(ref, asked, current.get()));
    }

    /** What changed meanwhile, for whoever has the page open: everything but what is being written. */
    @GET
    @Path("/changes")
    public String changes(@PathParam("ref") String ref, @BeanParam QueueParameters asked) {
        TicketScreen screen = screen(ref);
        return Templates.ticket$head(screen).render() + Templates.ticket$talk(screen).render()
                + Templates.ticket$beside(screen, beside.of(ref, asked, current.get())).render();
    }

    private TicketScreen screen(String ref) {
        return screens.of(answers.reader(), ref, current.by(Channel.DESK));
    }
}
