package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.NotFound;

/** What an open page of the desk shows when the live stream says that there was a warning. */
@Path("/desk/warnings")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class WarningsPage {

    private static final Duration RECENT = Duration.ofMinutes(2);
    private static final int MOST = 3;

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance warnings(List<Line> lines);
    }

    /** @param words {@code resolution: 80% used} */
    public record Line(String ref, String subject, String words) {
    }

    @Inject
    Units units;
    @Inject
    Queue queue;
    @Inject
    Tenants tenants;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @GET
    public TemplateInstance recent() {
        SignedIn person = current.get();
        if (!person.may(Right.READ_TICKETS)) {
            throw new NotFound();
        }
        List<Queue.WarnedRow> rows = units.across(person.reach(), person.side(), person.person(), () -> queue.warned(person, time.now().minus(RECENT), MOST));
        return Templates.warnings(rows.stream().map(row -> new Line(
                new Reference(tenants.byId(row.tenantId()).orElseThrow().prefix(), row.number()).toString(), row.subject(), row.warned())).toList());
    }
}
