package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.TimeWords;
import roundhouse.web.WithinReach;

/** All clients within reach, and how much is open at each. */
@Path("/desk/clients")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ClientsPage {

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance clients(List<Line> lines);
    }

    /** @param localTime {@code 15:42} at the client */
    public record Line(ClientMark client, String prefix, String zone, String localTime, long open, long overdue) {
    }

    @Inject
    Tenants tenants;
    @Inject
    Units units;
    @Inject
    Queue queue;
    @Inject
    ClientMarks marks;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @GET
    public TemplateInstance page() {
        SignedIn person = WithinReach.mustSee(current.get(), Right.READ_TICKETS);
        Instant now = time.now();
        Map<Integer, ClientLoad> loads = units.across(person.reach(), person.side(), person.person(), () -> queue.loads(now)).stream()
                .collect(Collectors.toMap(ClientLoad::tenant, Function.identity()));
        ClientMarks.Palette palette = marks.now();
        return Templates.clients(tenants.within(person.reach()).stream()
                .map(tenant -> line(tenant, palette, loads.getOrDefault(tenant.id(), new ClientLoad(tenant.id(), 0L, 0L)), now)).toList());
    }

    private static Line line(Tenant tenant, ClientMarks.Palette palette, ClientLoad load, Instant now) {
        return new Line(palette.of(tenant), tenant.prefix(), tenant.zone().getId().replace('_', ' '), TimeWords.moment(now, tenant.zone(), now),
                load.open(), load.overdue());
    }
}
