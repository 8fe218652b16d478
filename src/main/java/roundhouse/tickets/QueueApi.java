package roundhouse.tickets;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.Forbidden;
import roundhouse.web.Listed;

/** The unfinished tickets of every client within reach. */
@Path("/api/v1/queue")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Queue")
public class QueueApi {

    @Inject
    Queue queue;
    @Inject
    Units units;
    @Inject
    Tenants tenants;
    @Inject
    QueueQueries queries;
    @Inject
    CurrentPerson current;

    @GET
    public Listed<QueueItem> queue(@BeanParam QueueParameters parameters) {
        SignedIn person = current.get();
        if (!person.may(Right.READ_TICKETS)) {
            throw new Forbidden("The queue is for staff.");
        }
        QueueQuery asked = queries.of(parameters, person);
        List<QueueRow> rows = units.across(person.reach(), person.side(), person.person(), () -> queue.rows(asked));
        List<QueueItem> items = rows.stream().limit(asked.limit()).map(row -> QueueItem.of(row, tenants.byId(row.tenantId()).orElseThrow())).toList();
        return new Listed<>(items, rows.size() > asked.limit() ? QueueCursor.of(rows.get(asked.limit() - 1)).text() : null);
    }
}
