package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import roundhouse.identity.By;
import roundhouse.identity.SignedIn;
import roundhouse.sla.CancelReason;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Choice;
import roundhouse.web.NotFound;

/** What a technician may choose from when a ticket goes elsewhere. */
@ApplicationScoped
class RoutingScreens {

    private final Tickets tickets;
    private final TicketViews views;
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final ClientMarks marks;

    RoutingScreens(Tickets tickets, TicketViews views, Catalogue catalogue, Tenants tenants, ClientMarks marks) {
        this.tickets = tickets;
        this.views = views;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.marks = marks;
    }

    RoutingScreen of(SignedIn person, String reference) {
        ClientMarks.Palette palette = marks.now();
        return tickets.working(person, reference, ticket -> screen(ticket, person, palette));
    }

    /** An internal note of the ticket that can still be made public. */
    Said note(SignedIn person, String reference, String id, By by) {
        return tickets.working(person, reference, ticket -> Said.of(views.conversation(ticket, by), by.at(), tenants.provider().zone()).stream()
                .filter(said -> said.id().equals(id) && said.isPublishable()).findFirst().orElseThrow(NotFound::new));
    }

    private RoutingScreen screen(Ticket ticket, SignedIn person, ClientMarks.Palette palette) {
        Tenant client = views.here();
        List<Choice> categories = catalogue.categories().stream()
                .map(category -> new Choice(category.slug(), category.name(), category.slug().equals(ticket.category()))).toList();
        List<Choice> tiers = Stream.of(Tier.FIRST, Tier.SECOND, Tier.THIRD).filter(tier -> tier != ticket.tier())
                .map(tier -> new Choice(tier.word(), "Tier " + tier.word(), false)).toList();
        List<Choice> reasons = Arrays.stream(CancelReason.values()).map(reason -> new Choice(reason.word(), label(reason), false)).toList();
        List<Choice> clients = tenants.within(person.reach()).stream().filter(other -> other.id() != client.id())
                .map(other -> new Choice(other.slug(), other.name(), false)).toList();
        String mergedInto = ticket.mergedInto() == null ? "" : new Reference(client.prefix(), ticket.mergedInto()).toString();
        return new RoutingScreen(new Reference(client.prefix(), ticket.number()).toString(), palette.of(client), ticket.subject(), ticket.status().said(),
                ticket.tier() == Tier.VENDOR ? "a vendor" : "tier " + ticket.tier().word(), ticket.requester().name(), mergedInto, tiers, categories, reasons, clients,
                ticket.status().isUnfinished(), views.seen(ticket), Draft.NONE);
    }

    private static String label(CancelReason reason) {
        return switch (reason) {
            case MISROUTED -> "It is another client's";
            case DUPLICATE -> "It stands here twice";
            case SPAM -> "It is no request";
            case OFFBOARDED -> "The client has left";
        };
    }
}
