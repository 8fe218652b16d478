package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.search.Hit;
import roundhouse.search.SearchQuery;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Forbidden;
import roundhouse.web.Listed;
import roundhouse.web.Refused;

/** Everything within reach that has these words. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Search")
public class SearchApi {

    @Inject
    Findings findings;
    @Inject
    Tenants tenants;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(summary = "Best first; quotes hold words together, the last word may be the beginning of one. client and kind repeat")
    public Listed<SearchItem> find(@RestQuery("q") String text, @RestQuery("client") List<String> slugs, @RestQuery("kind") List<String> kinds,
                                   @RestQuery Integer limit) {
        SignedIn person = current.get();
        if (person.isStaff() && !person.may(Right.READ_TICKETS)) {
            throw new Forbidden("Your role does not search here: ask an administrator.");
        }
        SearchQuery asked = findings.asked(person, text, slugs, kinds, limit(limit));
        List<Hit> hits = findings.of(person, asked);
        return Listed.whole(hits.stream().map(hit -> SearchItem.of(hit, tenants.byId(hit.tenantId()).orElseThrow(), person.isStaff())).toList());
    }

    private static int limit(Integer asked) {
        if (asked != null && (asked < 1 || asked > Listed.LIMIT)) {
            throw Refused.field("limit", "A search gives 1 to " + Listed.LIMIT + " hits.");
        }
        return asked == null ? Listed.LIMIT : asked;
    }
}
