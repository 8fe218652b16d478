package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import roundhouse.identity.By;
import roundhouse.identity.SignedIn;
import roundhouse.identity.Workers;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.web.Choice;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/** Several tickets of the queue at once, of whichever clients: one verb, and an answer for each. */
@ApplicationScoped
class Selections {

    private static final int MOST = 200;

    private final Tickets tickets;
    private final Workers workers;
    private final Tenants tenants;
    private final Units units;
    private final DatabaseTime time;

    Selections(Tickets tickets, Workers workers, Tenants tenants, Units units, DatabaseTime time) {
        this.tickets = tickets;
        this.workers = workers;
        this.tenants = tenants;
        this.units = units;
        this.time = time;
    }

    /** A ticket out of reach is refused as one that never was. */
    Selection each(SignedIn person, List<String> references, String what, By by, BiConsumer<Ticket, By> verb) {
        if (references.isEmpty() || references.size() > MOST) {
            throw Refused.field("ticket", "Choose 1 to " + MOST + " tickets.");
        }
        List<String> done = new ArrayList<>();
        List<Selection.Refusal> refused = new ArrayList<>();
        for (String reference : references.stream().map(each -> each.strip().toUpperCase(Locale.ROOT)).distinct().toList()) {
            refusal(person, reference, by, verb).ifPresentOrElse(why -> refused.add(new Selection.Refusal(reference, why)), () -> done.add(reference));
        }
        return new Selection(what, done, refused);
    }

    private Optional<String> refusal(SignedIn person, String reference, By by, BiConsumer<Ticket, By> verb) {
        try {
            tickets.working(person, reference, ticket -> {
                verb.accept(ticket, by);
                tickets.flush();
                return null;
            });
            return Optional.empty();
        } catch (Refused refusal) {
            return Optional.of(refusal.getMessage());
        } catch (NotFound unknown) {
            return Optional.of("There is no such ticket within your reach.");
        } catch (OptimisticLockException raced) {
            return Optional.of("Somebody changed it at the same moment: look at it, then try again.");
        }
    }

    /** Who may have these tickets, or some of them, by name. */
    List<Choice> workers(SignedIn person, List<String> references) {
        List<Tenant> clients = references.stream().map(Reference::of).flatMap(Optional::stream).map(Reference::prefix).distinct()
                .map(tenants::byPrefix).flatMap(Optional::stream).filter(tenant -> person.reach().includes(tenant.id())).toList();
        Instant now = time.now();
        Map<Workers.Worker, Integer> reached = new TreeMap<>(Comparator.comparing(Workers.Worker::name).thenComparing(Workers.Worker::id));
        clients.stream().flatMap(client -> units.inside(client.id(), person.side(), person.person(), () -> workers.here(now)).stream())
                .forEach(worker -> reached.merge(worker, 1, Integer::sum));
        return reached.entrySet().stream().map(each -> new Choice(each.getKey().user(),
                each.getKey().name() + (each.getValue() < clients.size() ? ", not all of them" : ""), each.getKey().id() == person.person())).toList();
    }
}
