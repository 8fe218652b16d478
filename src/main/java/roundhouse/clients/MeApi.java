package roundhouse.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/** Whoever asks. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Me")
public class MeApi {

    @Inject
    Tenants tenants;
    @Inject
    CurrentPerson current;

    /** @param reach by slug */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Me(String name, String user, String email, Side side, Set<Role> roles, List<Reached> reach) {
    }

    public record Reached(String slug, String name, String prefix) {

        static Reached of(Tenant tenant) {
            return new Reached(tenant.slug(), tenant.name(), tenant.prefix());
        }
    }

    @GET
    public Me me() {
        SignedIn person = current.get();
        List<Reached> reach = person.reach().tenants().stream().map(tenants::byId).flatMap(Optional::stream)
                .sorted(Comparator.comparing(Tenant::slug)).map(Reached::of).toList();
        return new Me(person.name(), person.user(), person.email(), person.side(), person.roles(), reach);
    }
}
