package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import roundhouse.search.Hit;
import roundhouse.tenancy.Tenant;

/** One hit for scripts: of {@code ref}, {@code tag}, {@code slug} and {@code user} the one that its kind has. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchItem(String kind, String ref, String tag, String slug, String user, String client, String title, String snippet, String status,
                         Instant updatedAt, String url) {

    static SearchItem of(Hit hit, Tenant tenant, boolean staff) {
        String name = hit.name();
        String status = staff ? hit.status() : hit.portalStatus();
        String client = "/desk/clients/" + tenant.slug();
        String ref = hit.kind().equals("ticket") ? new Reference(tenant.prefix(), Integer.parseInt(name)).toString() : null;
        return new SearchItem(hit.kind(), ref, only(hit, "asset"), hit.kind().equals("configuration") ? name : only(hit, "article"), only(hit, "person"),
                tenant.slug(), hit.title(), hit.passage(), status == null ? null : status.toLowerCase(Locale.ROOT), hit.updatedAt(), switch (hit.kind()) {
                    case "ticket" -> (staff ? "/desk/tickets/" : "/requests/") + ref;
                    case "article" -> (staff ? client : "") + "/articles/" + name;
                    case "asset", "configuration" -> client + "#" + hit.kind() + "-" + name;
                    default -> client + "#people";
                });
    }

    private static String only(Hit hit, String kind) {
        return hit.kind().equals(kind) ? hit.name() : null;
    }
}
