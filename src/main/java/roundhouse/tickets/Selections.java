package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import roundhouse.identity.By;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.identity.SignedIn;
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
    private final People people;
    private final Tenants tenants;
    private final Units units;

    Selections(Tickets tickets, People people, Tenants tenants, Units units) {
        this.tickets = tickets;
        this.people = people;
        this.tenants = tenants;
        this.units = units;
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
        Map<Integer, Person> workers = new HashMap<>();
        Map<Integer, Integer> reached = new HashMap<>();
        clients.stream().flatMap(client -> units.inside(client.id(), person.side(), person.person(), people::workingHere).stream()).forEach(worker -> {
            workers.put(worker.id(), worker);
            reached.merge(worker.id(), 1, Integer::sum);
        });
        return workers.values().stream().sorted(Comparator.comparing(Person::name)).map(worker -> new Choice(worker.user(),
                worker.name() + (reached.get(worker.id()) < clients.size() ? ", not all of them" : ""), worker.id() == person.person())).toList();
    }
}
