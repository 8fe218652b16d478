package roundhouse.sla;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.Right;

/** When a client's clocks run: each calendar's week, what differs from it, and what would be due. */
@Path("/desk/clients/{slug}/calendars")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class CalendarsPage {

    @CheckedTemplate(basePath = "sla")
    static class Templates {
        static native TemplateInstance calendars(String slug, String client, boolean changeable, List<CalendarScreen> calendars);

        static native TemplateInstance calendar(CalendarScreen calendar);
    }

    @Inject
    TermsScreens screens;

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@PathParam("slug") String slug) {
        return screens.inside(slug, Right.READ_ENVIRONMENT,
                desk -> Templates.calendars(slug, desk.client().name(), desk.person().may(Right.CHANGE_PROMISES), screens.calendars(desk)));
    }

    @GET
    @Path("/{name}")
    @Operation(hidden = true)
    public TemplateInstance calendar(@PathParam("slug") String slug, @PathParam("name") String name, @RestQuery String of) {
        return screens.inside(slug, Right.READ_ENVIRONMENT, desk -> Templates.calendar(screens.calendar(desk, name, of)));
    }
}
