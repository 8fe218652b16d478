package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.web.NotFound;

/** The queue over all clients within reach. The lines that draw the page draw it anew after a nudge. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class QueuePage {

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance queue(QueueView view, boolean mayWork);

        static native TemplateInstance queue$counts(QueueView view);

        static native TemplateInstance queue$rows(QueueView view, boolean mayWork);
    }

    @Inject
    QueueViews views;
    @Inject
    CurrentPerson current;

    @GET
    public TemplateInstance page(@BeanParam QueueParameters asked) {
        SignedIn person = reader();
        return Templates.queue(views.of(asked, person), person.may(Right.WORK_TICKETS));
    }

    @GET
    @Path("/queue")
    public String live(@BeanParam QueueParameters asked) {
        SignedIn person = reader();
        QueueView view = views.of(asked, person);
        return Templates.queue$counts(view).render() + Templates.queue$rows(view, person.may(Right.WORK_TICKETS)).render();
    }

    private SignedIn reader() {
        SignedIn person = current.get();
        if (!person.may(Right.READ_TICKETS)) {
            throw new NotFound();
        }
        return person;
    }
}
