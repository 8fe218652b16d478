package roundhouse.sla;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;

/** The form for a new calendar, or for another version of one. Whoever is refused finds everything typed again. */
@Path("/desk/clients/{slug}/calendar-draft")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class CalendarDraftPage {

    @CheckedTemplate(basePath = "sla")
    static class Templates {
        static native TemplateInstance calendardraft(CalendarDraft draft);
    }

    @Inject
    TermsScreens screens;
    @Inject
    Drafts drafts;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public TemplateInstance form(@PathParam("slug") String slug, @RestQuery String name, @RestQuery String of) {
        return screens.inside(slug, Right.CHANGE_PROMISES, desk -> Templates.calendardraft(
                name == null ? CalendarDraft.empty(desk) : CalendarDraft.of(desk, screens.found(TermsView.Of.CALENDARS, name, of))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response write(@PathParam("slug") String slug, MultivaluedMap<String, String> fields) {
        By by = current.by(Channel.DESK);
        Typed typed = new Typed(fields);
        return screens.inside(slug, Right.CHANGE_PROMISES, desk -> {
            CalendarDraft draft = CalendarDraft.of(desk, typed);
            if (typed.has("more")) {
                return Response.ok(Templates.calendardraft(draft)).build();
            }
            Optional<DraftHead> refused = drafts.write(TermsView.Of.CALENDARS, desk, draft.head(), draft.document(), CalendarDraft::field, by);
            return refused.map(head -> Response.status(head.stale() == null ? 422 : 412).entity(Templates.calendardraft(draft.with(before -> head))).build())
                    .orElseGet(() -> Response.seeOther(TermsScreen.address(TermsView.Of.CALENDARS, slug, draft.head().name(), true)).build());
        });
    }
}
