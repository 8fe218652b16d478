package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.SignedIn;

/** One client as the desk knows it: who they are, what they have, what was promised, what is open. */
@Path("/desk/clients/{slug}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ClientPage {

    private static final int OPEN = 15;

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance house(ClientScreen screen, QueueView queue);
    }

    @Inject
    ClientScreens screens;
    @Inject
    QueueViews queue;
    @Inject
    CurrentPerson current;

    @GET
    public TemplateInstance page(@PathParam("slug") String slug) {
        SignedIn person = current.get();
        ClientScreen screen = screens.of(person, slug);
        return Templates.house(screen, queue.of(QueueParameters.ofClient(screen.client().slug(), OPEN), person));
    }
}
