package roundhouse.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import roundhouse.assets.Assets;
import roundhouse.assets.Configurations;
import roundhouse.identity.People;
import roundhouse.sla.Policies;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Catalogue;
import roundhouse.tickets.PassingTime;
import roundhouse.tickets.Tickets;

/** Twelve months of a busy MSP, told once by the domain's own verbs with past instants: no mail, no nudge, no timer in the past. */
@ApplicationScoped
public class Demonstration {

    /** After {@code tenants/} has been applied. */
    private static final int WHEN = 4000;
    private static final int TICKETS = 2_000;
    private static final int OPEN = 150;
    private static final int SAID_EVERY = 6;
    /** So few in one transaction that Hibernate's look over everything it holds costs little. */
    private static final int AT_ONCE = 4;
    private static final Logger LOG = Logger.getLogger(Demonstration.class);

    private final Units units;
    private final Tenants tenants;
    private final People people;
    private final Catalogue catalogue;
    private final Assets assets;
    private final Configurations configurations;
    private final Policies policies;
    private final Tickets tickets;
    private final PassingTime passing;
    private final Bookmarks bookmarks;
    private final DatabaseTime time;
    private final boolean wanted;

    Demonstration(Units units, Tenants tenants, People people, Catalogue catalogue, Assets assets, Configurations configurations, Policies policies,
                  Tickets tickets, PassingTime passing, Bookmarks bookmarks, DatabaseTime time,
                  @ConfigProperty(name = "roundhouse.demo", defaultValue = "false") boolean wanted) {
        this.units = units;
        this.tenants = tenants;
        this.people = people;
        this.catalogue = catalogue;
        this.assets = assets;
        this.configurations = configurations;
        this.policies = policies;
        this.tickets = tickets;
        this.passing = passing;
        this.bookmarks = bookmarks;
        this.time = time;
        this.wanted = wanted;
    }

    void begin(@Observes @Priority(WHEN) StartupEvent started) {
        if (wanted) {
            tell(TICKETS, OPEN);
        }
    }

    /** @return how many tickets were told now */
    public int tell(int count, int open) {
        Instant now = time.now();
        Storybook book = Storybook.open();
        List<Scene> scenes = tenants.all().stream().filter(tenant -> !tenant.isProvider()).map(this::scene).filter(Scene::isPlayable).toList();
        double crowd = scenes.stream().mapToDouble(Demonstration::load).sum();
        List<Scene> untold = scenes.stream().filter(scene -> inside(scene.tenant(), bookmarks::read) != Bookmarks.FINISHED).toList();
        if (untold.isEmpty()) {
            return 0;
        }
        long begun = System.nanoTime();
        System.out.println("Telling the demonstration: twelve months at " + untold.size() + " clients (once, about a minute) ...");
        AtomicInteger ready = new AtomicInteger();
        int told = untold.parallelStream().mapToInt(scene -> {
            double share = load(scene) / crowd;
            RandomGenerator chance = new Random(scene.tenant().slug().hashCode());
            List<Plot> plots = new Author(scene, book, chance, now).write((int) Math.round(share * count), Math.max(4, (int) Math.round(share * open)));
            int played = playOrStop(scene, plots, now);
            sayHowFar(ready.incrementAndGet(), untold.size());
            return played;
        }).sum();
        LOG.infof("Told %d tickets of the demonstration in %d s", told, (System.nanoTime() - begun) / 1_000_000_000L);
        return told;
    }

    private static void sayHowFar(int ready, int all) {
        if (ready % SAID_EVERY == 0 && ready < all) {
            System.out.println("  " + ready + " of " + all + " clients told so far ...");
        }
    }

    /** A demonstration that cannot go on at one client is no reason not to start: its bookmark stays where it stopped. */
    private int playOrStop(Scene scene, List<Plot> plots, Instant now) {
        try {
            return play(scene, plots, now);
        } catch (RuntimeException e) {
            LOG.error("The demonstration stopped at " + scene.tenant().slug(), e);
            return 0;
        }
    }

    /** A few at a time; where an earlier start was cut off it goes on from its bookmark. */
    private int play(Scene scene, List<Plot> plots, Instant now) {
        int from = inside(scene.tenant(), bookmarks::read);
        for (int next = from; next < plots.size(); next += AT_ONCE) {
            List<Plot> some = plots.subList(next, Math.min(next + AT_ONCE, plots.size()));
            int reached = next + some.size();
            inside(scene.tenant(), () -> {
                some.forEach(plot -> plot.tell(tickets, passing, now));
                bookmarks.set(reached);
                return reached;
            });
        }
        inside(scene.tenant(), () -> {
            bookmarks.set(Bookmarks.FINISHED);
            return 0;
        });
        return Math.max(0, plots.size() - from);
    }

    private Scene scene(Tenant tenant) {
        return inside(tenant, () -> new Scene(tenant, people.ofThisClient(),
                people.workingHere().stream().filter(person -> person.tier() != null).collect(Collectors.toCollection(ArrayList::new)),
                catalogue.categories(), assets.list(null, "", 1_000), configurations.list(null, "", 100), policies.promises(time.now())));
    }

    /** Unlike for each client, the same at each start. */
    private static double load(Scene scene) {
        return scene.people().size() * (0.5 + new Random(scene.tenant().prefix().hashCode()).nextDouble() * 1.6);
    }

    private <T> T inside(Tenant tenant, java.util.function.Supplier<T> work) {
        return units.inside(tenant.id(), Side.SYSTEM, 0, work);
    }
}
