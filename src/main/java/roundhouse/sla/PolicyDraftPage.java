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

/** The form for a new policy, or for another version of one. Whoever is refused finds everything typed again. */
@Path("/desk/clients/{slug}/policy-draft")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class PolicyDraftPage {

    @CheckedTemplate(basePath = "sla")
    static class Templates {
        static native TemplateInstance policydraft(PolicyDraft draft);
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
        return screens.inside(slug, Right.CHANGE_PROMISES, desk -> Templates.policydraft(
                name == null ? PolicyDraft.empty(desk) : PolicyDraft.of(desk, screens.found(TermsView.Of.POLICIES, name, of))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response write(@PathParam("slug") String slug, MultivaluedMap<String, String> fields) {
        By by = current.by(Channel.DESK);
        Typed typed = new Typed(fields);
        return screens.inside(slug, Right.CHANGE_PROMISES, desk -> {
            PolicyDraft draft = PolicyDraft.of(desk, typed);
            Optional<DraftHead> refused = drafts.write(TermsView.Of.POLICIES, desk, draft.head(), draft.document(), PolicyDraft::field, by);
            return refused.map(head -> Response.status(head.stale() == null ? 422 : 412).entity(Templates.policydraft(draft.with(before -> head))).build())
                    .orElseGet(() -> Response.seeOther(TermsScreen.address(TermsView.Of.POLICIES, slug, draft.head().name(), true)).build());
        });
    }
}
