package roundhouse.clients;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.PersonalTokens;
import roundhouse.identity.PersonalTokens.PersonalToken;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.web.Listed;
import roundhouse.web.NotFound;

/** Tokens for my scripts, with my rights. */
@Path("/api/v1/me/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Me")
public class TokensApi {

    private static final int DAYS = 90;

    @Inject
    PersonalTokens tokens;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    /** @param days until it ends, 90 where none are named */
    public record TokenWish(@NotBlank(message = "What is it for?") @Size(max = 100, message = "At most 100 characters") String name,
                            @Min(value = 1, message = "1 to 365 days") @Max(value = 365, message = "1 to 365 days") Integer days) {
    }

    @GET
    @Operation(summary = "Newest first, without the tokens themselves")
    public Listed<PersonalToken> list() {
        return Listed.whole(tokens.of(current.get()));
    }

    @POST
    @Operation(summary = "The answer shows the token, once and never again")
    public Response create(@Valid @NotNull TokenWish wish) {
        Instant now = time.now();
        PersonalToken token = tokens.create(current.get(), wish.name(), now, now.plus(Duration.ofDays(wish.days() == null ? DAYS : wish.days())));
        return Response.created(URI.create("/api/v1/me/tokens/" + token.id())).entity(token).build();
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public void end(@PathParam("id") UUID id) {
        if (!tokens.end(current.get(), id)) {
            throw new NotFound();
        }
    }
}
