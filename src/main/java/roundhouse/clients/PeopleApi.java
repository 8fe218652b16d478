package roundhouse.clients;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.identity.Right;
import roundhouse.identity.SignIns;
import roundhouse.identity.SignedIn;
import roundhouse.web.Idempotency;
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
    Employees employees;
    @Inject
    SignIns signIns;
    @Inject
    Idempotency idempotency;
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A new person who can sign in; by administrators, and by the client's own managers")
    public Response create(@PathParam("slug") String slug, @Valid @NotNull PersonForm form) {
        By by = current.by(Channel.API);
        PersonView view = within.inside(current.get(), slug, Right.MANAGE_OWN_PEOPLE,
                tenant -> idempotency.once(by, form, PersonView.class, () -> PersonView.of(employees.add(tenant, form, by))));
        return Response.created(UriBuilder.fromResource(PeopleApi.class).path("{user}").build(slug, view.user())).entity(view).build();
    }

    @PUT
    @Path("/{user}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "All of a person; what is left out is emptied. It counts within five seconds")
    public PersonView change(@PathParam("slug") String slug, @PathParam("user") String user, @Valid @NotNull PersonForm form) {
        SignedIn person = current.get();
        By by = current.by(Channel.API);
        PersonView view = within.inside(person, slug, Right.READ_PEOPLE, tenant -> {
            Person found = people.ofThisClient(user).orElseThrow(NotFound::new);
            WithinReach.mustHold(person, Right.MANAGE_OWN_PEOPLE);
            return idempotency.once(by, form, PersonView.class, () -> PersonView.of(employees.change(tenant, found, form, by)));
        });
        signIns.forget();
        return view;
    }

    @GET
    @Path("/{user}")
    public PersonView read(@PathParam("slug") String slug, @PathParam("user") String user) {
        return within.inside(current.get(), slug, Right.READ_PEOPLE,
                tenant -> PersonView.of(people.ofThisClient(user).orElseThrow(NotFound::new)));
    }
}
