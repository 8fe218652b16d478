package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.CurrentPerson;
import roundhouse.web.NotFound;

/** The field in the frame: a reference opens its ticket, other words narrow the queue. */
@Path("/desk/search")
@Authenticated
public class SearchPage {

    @Inject
    CurrentPerson current;

    @GET
    public Response find(@RestQuery("q") String text) {
        if (!current.get().isStaff()) {
            throw new NotFound();
        }
        String asked = text == null ? "" : text.strip();
        Optional<Reference> reference = Reference.of(asked);
        UriBuilder place = reference.isPresent() ? UriBuilder.fromPath("/desk/tickets/{reference}")
                : UriBuilder.fromPath("/desk").queryParam("q", "{text}");
        return Response.seeOther(place.build(reference.map(Reference::toString).orElse(asked))).build();
    }
}
