package roundhouse.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import roundhouse.audit.Entry;
import roundhouse.branding.Brand;
import roundhouse.branding.Brands;
import roundhouse.identity.Person;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tickets.Reference;
import roundhouse.tickets.Ticket;
import roundhouse.web.Markdown;
import roundhouse.web.TimeWords;

/** Writes letters to requesters in their client's name, inside the open unit of work. */
@ApplicationScoped
class Letters {

    private static final DateTimeFormatter PROMISED = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

    private final Tenants tenants;
    private final Brands brands;
    private final Addresses addresses;
    private final Outbox outbox;
    private final SecureRandom random = new SecureRandom();

    Letters(Tenants tenants, Brands brands, Addresses addresses, Outbox outbox) {
        this.tenants = tenants;
        this.brands = brands;
        this.addresses = addresses;
        this.outbox = outbox;
    }

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance letter(Wording letter);

        static native TemplateInstance plain(Wording letter);
    }

    Letter write(Occasion occasion, Entry entry, Ticket ticket) {
        Tenant client = tenants.byId(entry.tenantId()).orElseThrow();
        Brand brand = brands.ofThisClient().orElseGet(() -> Brand.plain(client.name()));
        Reference reference = new Reference(client.prefix(), ticket.number());
        return letter(occasion, entry, ticket, client, wording(occasion, entry, ticket, client, brand, reference), ticket.requester().email());
    }

    /** To a member of staff, in the provider's name. */
    Letter warn(Entry entry, Ticket ticket, Person staff) {
        Tenant client = tenants.byId(entry.tenantId()).orElseThrow();
        Tenant provider = tenants.provider();
        Reference reference = new Reference(client.prefix(), ticket.number());
        Brand brand = Brand.plain(provider.name());
        String told = TimeWords.retold(entry.detail(), instant -> PROMISED.format(instant.atZone(provider.zone())) + " (" + provider.zone() + ")");
        Wording wording = new Wording(brand.name(), brand.accent().toString(), "Hello " + oneLine(staff.name()),
                client.name() + ", " + reference + ", " + ticket.priority() + ": " + told + ".", null, null, null, reference.toString(), ticket.subject(),
                addresses.onTheDesk(reference), null);
        return letter(Occasion.WARNED, entry, ticket, client, wording, staff.email());
    }

    private Letter letter(Occasion occasion, Entry entry, Ticket ticket, Tenant client, Wording wording, String recipient) {
        String messageId = "<" + wording.reference() + "." + token() + "@" + addresses.host(client) + ">";
        return new Letter(Key.freshId(), ticket.id(), occasion, messageId, outbox.earlier(ticket.id(), recipient), wording.name(), addresses.support(client),
                recipient, "[" + wording.reference() + "] " + subject(occasion, entry), Templates.plain(wording).render(), Templates.letter(wording).render());
    }

    private Wording wording(Occasion occasion, Entry entry, Ticket ticket, Tenant client, Brand brand, Reference reference) {
        // A receipt quotes nothing: whoever can make us send one chooses neither words nor addressee
        String words = occasion == Occasion.RECEIVED ? null : entry.body();
        return new Wording(brand.name(), brand.accent().toString(), "Hello " + oneLine(ticket.requester().name()), opening(occasion, entry, reference),
                promise(occasion, ticket, client), words, words == null ? null : Markdown.html(words), reference.toString(),
                occasion == Occasion.RECEIVED ? null : ticket.subject(), addresses.link(client, reference), brand.footer());
    }

    private static String subject(Occasion occasion, Entry entry) {
        return switch (occasion) {
            case RECEIVED -> "We have received your request";
            case ANSWERED -> oneLine(entry.byName()) + " answered";
            case SOLVED -> "Your request is solved";
            case WARNED -> "Comes near its promise";
        };
    }

    private static String opening(Occasion occasion, Entry entry, Reference reference) {
        return switch (occasion) {
            case RECEIVED -> "we have received your request " + reference + ".";
            case ANSWERED -> oneLine(entry.byName()) + " answered your request " + reference + ":";
            case SOLVED -> oneLine(entry.byName()) + " solved your request " + reference + ":";
            case WARNED -> "this ticket comes near what was promised. " + entry.detail();
        };
    }

    private static String promise(Occasion occasion, Ticket ticket, Tenant client) {
        if (occasion != Occasion.RECEIVED || !"first_response".equals(ticket.dueKind()) || ticket.dueAt() == null) {
            return null;
        }
        ZonedDateTime due = ticket.dueAt().atZone(client.zone());
        return "We will answer by " + PROMISED.format(due) + " (" + client.zone() + ").";
    }

    private String token() {
        byte[] token = new byte[16];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
