package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.web.WithinReach;

/** The field in the frame: a reference opens its ticket, other words are looked for in everything within reach. */
@Path("/desk/search")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class SearchPage {

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance search(SearchView view);
    }

    @Inject
    SearchViews views;
    @Inject
    CurrentPerson current;

    @GET
    public Response find(@RestQuery("q") String text, @RestQuery("client") List<String> clients, @RestQuery("kind") List<String> kinds, @RestQuery String cursor) {
        SignedIn person = WithinReach.mustSee(current.get(), Right.READ_TICKETS);
        String asked = text == null ? "" : text.strip();
        Optional<Reference> reference = Reference.of(asked);
        if (reference.isPresent()) {
            return Response.seeOther(UriBuilder.fromPath("/desk/tickets/{reference}").build(reference.get().toString())).build();
        }
        return Response.ok(Templates.search(views.of(person, asked, clients, kinds, cursor))).build();
    }
}
