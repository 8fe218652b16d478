package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.TimeWords;
import roundhouse.web.WithinReach;

/** Of what this person was warned: the newest, which an open page of the desk shows when the live stream says so, or as a page all of a day. */
@Path("/desk/warnings")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class WarningsPage {

    private static final Duration RECENT = Duration.ofMinutes(2);
    private static final int MOST_AT_ONCE = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 100;

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance warnings(List<Line> lines);

        static native TemplateInstance warnings$toasts(List<Line> lines);
    }

    /** @param words {@code resolution: 80% used} */
    public record Line(String ref, String subject, String words, String at) {
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
    public TemplateInstance warnings(@HeaderParam("HX-Request") String htmx) {
        return htmx == null ? Templates.warnings(lines(DAY, MOST)) : Templates.warnings$toasts(lines(RECENT, MOST_AT_ONCE));
    }

    private List<Line> lines(Duration ago, int most) {
        SignedIn person = WithinReach.mustSee(current.get(), Right.READ_TICKETS);
        Instant now = time.now();
        ZoneId zone = tenants.provider().zone();
        return units.across(person.reach(), person.side(), person.person(), () -> queue.warned(person, now.minus(ago), most)).stream()
                .map(row -> new Line(new Reference(tenants.byId(row.tenantId()).orElseThrow().prefix(), row.number()).toString(), row.subject(), row.warned(),
                        TimeWords.moment(row.warnedAt(), zone, now))).toList();
    }
}
