package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import roundhouse.audit.Entry;
import roundhouse.audit.Trail;
import roundhouse.files.Attachment;
import roundhouse.identity.By;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.Stale;

/** Tickets as someone may see them, inside the open unit of work. */
@ApplicationScoped
public class TicketViews {

    private final Tickets tickets;
    private final Tenants tenants;
    private final Trail trail;
    private final Enclosures enclosures;
    private final Units units;

    TicketViews(Tickets tickets, Tenants tenants, Trail trail, Enclosures enclosures, Units units) {
        this.tickets = tickets;
        this.tenants = tenants;
        this.trail = trail;
        this.enclosures = enclosures;
        this.units = units;
    }

    /** What has been changed is written first, so that the version is the one to come back with. */
    public Readable of(Ticket ticket, By by) {
        tickets.flush();
        Tenant tenant = here();
        return by.isStaff() ? TicketView.of(ticket, tenant) : RequestView.of(ticket, tenant);
    }

    /** The same; that staff opened it goes into the trail. */
    public Readable opened(Ticket ticket, By by) {
        if (by.isStaff()) {
            trail.opened(ticket.id(), by);
        }
        return of(ticket, by);
    }

    public List<EntryView> conversation(Ticket ticket, By by) {
        if (by.isStaff()) {
            trail.opened(ticket.id(), by);
        }
        Map<UUID, List<Attachment>> files = enclosures.of(ticket);
        return trail.of(ticket.id()).stream().filter(entry -> by.isStaff() || entry.isPublic())
                .map(entry -> EntryView.of(entry, files.getOrDefault(entry.id(), List.of()))).toList();
    }

    /** How many entries there are for staff to see. */
    int seen(Ticket ticket) {
        return trail.of(ticket.id()).size();
    }

    /** @param seen how many entries stood on the page when the writing began, null where a form does not say */
    void nothingSince(Integer seen, Ticket ticket, By by) {
        List<EntryView> since = seen == null ? List.of()
                : trail.of(ticket.id()).stream().skip(Math.max(0, seen)).map(entry -> EntryView.of(entry, List.of())).toList();
        Meanwhile.told(since, by, by.at(), tenants.provider().zone()).ifPresent(told -> {
            throw new Stale(told);
        });
    }

    /** @param version of an If-Match header, null for none */
    public void unchangedSince(String version, Ticket ticket) {
        if (version == null || version.equals("*") || version.replaceAll("^W/|\"", "").equals(String.valueOf(ticket.version()))) {
            return;
        }
        List<Entry> entries = trail.of(ticket.id());
        Entry last = entries.get(entries.size() - 1);
        throw new Stale("This ticket was changed after you read it, last by " + last.byName() + " at " + last.at() + " (" + last.kind().word()
                + (last.body() == null ? "" : ": " + last.body()) + "). What you sent was not taken; read it again, then send it once more.");
    }

    Tenant here() {
        return tenants.byId(units.open().tenant()).orElseThrow();
    }
}
