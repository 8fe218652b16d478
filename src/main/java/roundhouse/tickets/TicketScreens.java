package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import roundhouse.assets.Assets;
import roundhouse.assets.Configurations;
import roundhouse.identity.By;
import roundhouse.identity.Person;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.identity.Workers;
import roundhouse.knowledge.Articles;
import roundhouse.sla.Clock;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.web.Choice;
import roundhouse.web.TimeWords;

/** One ticket as a person of the desk sees it, in one unit of work with the verb that changed it. */
@ApplicationScoped
class TicketScreens {

    private static final int NEIGHBOURS = 8;
    private static final int CONFIGURATIONS = 6;
    private static final int ARTICLES = 5;

    private final Tickets tickets;
    private final Queue queue;
    private final TicketViews views;
    private final Clocks clocks;
    private final Causes causes;
    private final Workers workers;
    private final Catalogue catalogue;
    private final Assets assets;
    private final Configurations configurations;
    private final Articles articles;
    private final Tenants tenants;
    private final ClientMarks marks;

    TicketScreens(Tickets tickets, Queue queue, TicketViews views, Clocks clocks, Causes causes, Workers workers, Catalogue catalogue, Assets assets,
            Configurations configurations, Articles articles, Tenants tenants, ClientMarks marks) {
        this.tickets = tickets;
        this.queue = queue;
        this.views = views;
        this.clocks = clocks;
        this.causes = causes;
        this.workers = workers;
        this.catalogue = catalogue;
        this.assets = assets;
        this.configurations = configurations;
        this.articles = articles;
        this.tenants = tenants;
        this.marks = marks;
    }

    TicketScreen of(SignedIn person, String reference, By by) {
        ClientMarks.Palette palette = marks.now();
        return tickets.with(person, reference, ticket -> drawn(ticket, person, by, palette));
    }

    /** @param seen how many entries stood on the page when the writing began, null where a form does not say */
    TicketScreen after(SignedIn person, String reference, By by, Integer seen, BiConsumer<Ticket, By> verb) {
        ClientMarks.Palette palette = marks.now();
        return tickets.working(person, reference, ticket -> {
            views.nothingSince(seen, ticket, by);
            verb.accept(ticket, by);
            tickets.flush();
            return drawn(ticket, person, by, palette);
        });
    }

    private TicketScreen drawn(Ticket ticket, SignedIn person, By by, ClientMarks.Palette palette) {
        Tenant tenant = views.here();
        ZoneId zone = tenants.provider().zone();
        Instant now = by.at();
        boolean mayWork = person.may(Right.WORK_TICKETS);
        Person assignee = ticket.assignee();
        boolean writable = mayWork && (ticket.status().isUnfinished() || ticket.status() == Status.RESOLVED);
        List<Clock> running = clocks.of(ticket, now);
        return new TicketScreen(new Reference(tenant.prefix(), ticket.number()).toString(), palette.of(tenant), ticket.subject(), ticket.status(),
                Turn.of(ticket), hold(ticket, zone, now), asker(ticket.requester()), TimeWords.moment(ticket.createdAt(), zone, now),
                ticket.priority().name(), ticket.tier() == Tier.VENDOR ? "Vendor" : "Tier " + ticket.tier().word(), category(ticket),
                assignee == null ? null : assignee.name(), assignee != null && assignee.id() == person.person(), mayWork, writable, settled(ticket, mayWork),
                running.stream().filter(Clock::promised).map(clock -> ClockBar.of(clock, now, zone)).toList(), writable ? unexplained(ticket, running) : List.of(),
                Said.of(views.conversation(ticket, by), now, zone),
                mayWork ? workers.here(now).stream().map(worker -> new Choice(worker.user(), worker.name(), assignee != null && worker.id() == assignee.id())).toList()
                        : List.of(),
                Arrays.stream(Priority.values()).map(each -> new Choice(each.name(), each.name(), each == ticket.priority())).toList(),
                holds(),
                Arrays.stream(Resolution.Code.values()).map(each -> new Choice(each.word(), sentence(each.label()), each == Resolution.Code.FIXED)).toList(),
                queue.others(ticket, NEIGHBOURS).stream().map(other -> neighbour(other, tenant)).toList(),
                assets.forTicket(ticket.asset(), ticket.requester().user()), configurations.forTicket(ticket.category(), ticket.asset()).stream().limit(CONFIGURATIONS).toList(),
                articles.suggested(ticket.category(), ticket.subject(), ARTICLES),
                TimeWords.moment(now, tenant.zone(), now) + ", " + tenant.zone().getId().replaceAll(".*/", "").replace('_', ' '), Draft.NONE);
    }

    /** What a ticket may wait for. */
    static List<Choice> holds() {
        return Arrays.stream(HoldReason.values()).map(each -> new Choice(each.word(), label(each), each == HoldReason.CLIENT)).toList();
    }

    private List<TicketScreen.Unexplained> unexplained(Ticket ticket, List<Clock> running) {
        return causes.missing(ticket, running).stream()
                .map(clock -> new TicketScreen.Unexplained(clock.kind().word(), clock.instance(), clock.kind().title())).toList();
    }

    private String category(Ticket ticket) {
        return ticket.category() == null ? "" : catalogue.category(ticket.category()).map(Category::name).orElse(ticket.category());
    }

    private static String hold(Ticket ticket, ZoneId zone, Instant now) {
        Hold hold = ticket.hold();
        return hold == null ? "" : hold.reason().phrase() + (hold.until() == null ? "" : " until " + TimeWords.moment(hold.until(), zone, now));
    }

    private static String settled(Ticket ticket, boolean mayWork) {
        return mayWork ? "This ticket is " + ticket.status().word() + ". The client asks anew if it comes back."
                : "You may read this ticket. Technicians and administrators answer it.";
    }

    private static TicketScreen.Asker asker(Person person) {
        return new TicketScreen.Asker(person.name(), blank(person.email()), blank(person.phone()), blank(person.location()), person.isVip());
    }

    private static TicketScreen.Neighbour neighbour(Queue.Other other, Tenant tenant) {
        return new TicketScreen.Neighbour(new Reference(tenant.prefix(), other.number()).toString(), other.subject(), other.requester(), other.priority());
    }

    private static String blank(String text) {
        return text == null ? "" : text;
    }

    private static String label(HoldReason reason) {
        return switch (reason) {
            case CLIENT -> "The client's answer";
            case VENDOR -> "A vendor";
            case SCHEDULED -> "A date";
            case MONITORING -> "Nothing: watch whether it comes back";
            case DUPLICATE -> "Nothing: it may be a duplicate";
            case WRONG_CLIENT -> "Nothing: it may be another client's";
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
