package roundhouse.clients;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Listed;
import roundhouse.web.NameCursor;
import roundhouse.web.WithinReach;

/** The clients within reach. */
@Path("/api/v1/clients")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Clients")
public class ClientsApi {

    @Inject
    Tenants tenants;
    @Inject
    WithinReach within;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(summary = "By slug")
    public Listed<ClientView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer asked) {
        int limit = Listed.limit(asked);
        String after = NameCursor.read(cursor);
        SignedIn person = current.get();
        List<ClientView> found = tenants.within(person.reach()).stream()
                .filter(tenant -> tenant.slug().compareTo(after) > 0).sorted(Comparator.comparing(Tenant::slug)).limit(limit + 1L)
                .map(ClientView::of).toList();
        return NameCursor.page(found, limit, ClientView::slug);
    }

    @GET
    @Path("/{slug}")
    public ClientView read(@PathParam("slug") String slug) {
        return ClientView.of(within.client(current.get(), slug));
    }
}
