package roundhouse.clients;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.People;
import roundhouse.identity.Right;
import roundhouse.web.Listed;
import roundhouse.web.NameCursor;
import roundhouse.web.NotFound;
import roundhouse.web.WithinReach;

/** The people of a client. */
@Path("/api/v1/clients/{slug}/people")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "People")
public class PeopleApi {

    @Inject
    People people;
    @Inject
    WithinReach within;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(summary = "By user name; for staff, and for the client's own managers")
    public Listed<PersonView> list(@PathParam("slug") String slug, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer asked) {
        int limit = Listed.limit(asked);
        String after = NameCursor.read(cursor);
        return within.inside(current.get(), slug, Right.READ_PEOPLE, tenant -> NameCursor.page(
                people.ofThisClient(after, limit + 1).stream().map(PersonView::of).toList(), limit, PersonView::user));
    }

    @GET
    @Path("/{user}")
    public PersonView read(@PathParam("slug") String slug, @PathParam("user") String user) {
        return within.inside(current.get(), slug, Right.READ_PEOPLE,
                tenant -> PersonView.of(people.ofThisClient(user).orElseThrow(NotFound::new)));
    }
}
