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
import java.util.List;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Priority;
import roundhouse.web.Choice;
import roundhouse.web.Drawings;
import roundhouse.web.WithinReach;

/** The queue over all clients within reach. The lines that draw the page draw it anew after a nudge. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class QueuePage {

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance queue(QueueView view, String filters, Lines lines, boolean mayWork, Priority[] priorities, List<Choice> holds);

        static native TemplateInstance queue$counts(QueueView view);

        static native TemplateInstance queue$rows(QueueView view, Lines lines, boolean mayWork);

        static native TemplateInstance filters(QueueFilters form);

        static native TemplateInstance line(QueueLine line, String place, boolean mayWork);
    }

    private record Line(QueueLine line, String place, boolean mayWork) {

        TemplateInstance template() {
            return Templates.line(line, place, mayWork);
        }
    }

    /** The rows as they are drawn. @param justIn those on top, empty for none */
    public record Lines(String justIn, String others) {
    }

    @Inject
    QueueViews views;
    @Inject
    Drawings drawings;
    @Inject
    CurrentPerson current;

    @GET
    public TemplateInstance page(@BeanParam QueueParameters asked) {
        SignedIn person = reader();
        QueueView view = views.of(asked, person);
        boolean mayWork = person.may(Right.WORK_TICKETS);
        return Templates.queue(view, drawings.of(view.filters(), Templates::filters), lines(view, mayWork), mayWork, Priority.values(), TicketScreens.holds());
    }

    @GET
    @Path("/queue")
    public String live(@BeanParam QueueParameters asked) {
        SignedIn person = reader();
        QueueView view = views.of(asked, person);
        boolean mayWork = person.may(Right.WORK_TICKETS);
        return Templates.queue$counts(view).render() + Templates.queue$rows(view, lines(view, mayWork), mayWork).render();
    }

    private Lines lines(QueueView view, boolean mayWork) {
        List<String> drawn = view.lines().stream().map(line -> drawings.of(new Line(line, view.place(), mayWork), Line::template)).toList();
        return new Lines(String.join("", drawn.subList(0, view.justIn())), String.join("", drawn.subList(view.justIn(), drawn.size())));
    }

    private SignedIn reader() {
        return WithinReach.mustSee(current.get(), Right.READ_TICKETS);
    }
}
