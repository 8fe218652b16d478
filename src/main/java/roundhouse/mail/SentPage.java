package roundhouse.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.TimeWords;

/** What was sent to people of clients, newest first, and what became of it. */
@Path("/desk/administration/mail")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Word.ADMINISTRATOR)
public class SentPage {

    private static final int MOST = 100;

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance sent(List<Line> lines, boolean leaves, int most);
    }

    /** @param trouble what the mail server said, null where nothing went wrong */
    public record Line(Instant at, String when, String recipient, String sender, String subject, String text, String state, String tone, String trouble) {

        static Line of(Outbox.Past letter, ZoneId zone, Instant now) {
            String tone = switch (letter.state()) {
                case "sent" -> "ok";
                case "waiting" -> letter.attempts() > 0 ? "warn" : "";
                case "given_up" -> "over";
                default -> "";
            };
            String trouble = letter.lastError() == null ? null
                    : "After " + letter.attempts() + (letter.attempts() == 1 ? " attempt: " : " attempts: ") + letter.lastError();
            return new Line(letter.writtenAt(), TimeWords.moment(letter.writtenAt(), zone, now), letter.recipient(),
                    letter.senderName() + " <" + letter.sender() + ">", letter.subject(), letter.text(), letter.state().replace('_', ' '), tone, trouble);
        }
    }

    @Inject
    Outbox outbox;
    @Inject
    MailSettings settings;
    @Inject
    Units units;
    @Inject
    Tenants tenants;
    @Inject
    DatabaseTime time;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        SignedIn person = current.get();
        Instant now = time.now();
        ZoneId zone = tenants.provider().zone();
        List<Outbox.Past> letters = units.across(person.reach(), person.side(), person.person(), () -> outbox.newest(MOST));
        return Templates.sent(letters.stream().map(letter -> Line.of(letter, zone, now)).toList(), settings.host().isPresent(), MOST);
    }
}
