package roundhouse.reports;

import io.quarkus.arc.Arc;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import roundhouse.Cast;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.People;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.sla.Party;
import roundhouse.sla.Policies;
import roundhouse.sla.Priority;
import roundhouse.sla.SlaFile;
import roundhouse.tenancy.Reach;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Reference;
import roundhouse.tickets.Resolution;
import roundhouse.tickets.Submission;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.Tickets;

/**
 * A client of which nobody else in the tests' database knows, with office hours from 09:00 to 17:00 in Berlin and one policy since 2020: first response
 * within 4 h, resolution within 8 h. Its past is told by the domain's own verbs.
 */
final class PromisedClient {

    private static final String SLA = """
            calendars:
              office:
                zone: Europe/Berlin
                week: {mon-fri: ["09:00-17:00"]}
                holidays: [%s]
            policies:
              - name: standard
                calendar: office
                default: true
                reopenWithin: 7d
                targets: {P3: {first_response: 4h, resolution: 8h}, P4: {first_response: 1 day, resolution: 5 days}}
                warn: [50%%]
            """;

    final Tenant tenant;
    private final SignedIn amy;
    private final SignedIn olga;
    private boolean telling;

    /** Its staff is its own: what the cast reaches is remembered for some seconds. */
    private PromisedClient(Tenant tenant) {
        this.tenant = tenant;
        this.amy = staff("amy." + tenant.slug(), "Amy Clarke", Role.ACCOUNT_MANAGER);
        this.olga = staff("olga." + tenant.slug(), "Olga Berg", Role.ADMINISTRATOR);
    }

    static PromisedClient found(String slug, String prefix, String name) {
        Cast.provider();
        Tenant tenant = bean(Tenants.class).found(slug, prefix, name, ZoneId.of("Europe/Berlin"), Locale.GERMANY);
        bean(Tenants.class).refresh();
        PromisedClient client = new PromisedClient(tenant);
        client.inside(() -> bean(People.class).put(new People.Described("rita." + slug, "Rita", "rita@" + slug + ".example", Side.CLIENT,
                Set.of(Role.REQUESTER), null, false, null, null, false)));
        client.promises("", "2020-01-01T00:00:00Z");
        return client;
    }

    private SignedIn staff(String user, String name, Role role) {
        int home = Cast.provider().id();
        bean(Units.class).inside(home, Side.SYSTEM, 0, () -> bean(People.class).put(
                new People.Described(user, name, user + "@msp.example", Side.STAFF, Set.of(role), null, false, null, null, false)));
        inside(() -> bean(People.class).assign(user, null, "a story"));
        int number = bean(Units.class).inside(home, Side.SYSTEM, 0, () -> bean(People.class).ofThisClient(user).orElseThrow().id());
        return new SignedIn(number, user, name, user + "@msp.example", Side.STAFF, Set.of(role), null, home, Reach.of(tenant.id()));
    }

    SignedIn amy() {
        return amy;
    }

    /** The second person. */
    SignedIn olga() {
        return olga;
    }

    /** @param holidays as in {@code 2025-03-04} @param at from when on that is known */
    void promises(String holidays, String at) {
        SlaFile file = SlaFile.read("sla.yaml", SLA.formatted(holidays), Set.of(), LocalDate.now());
        inside(() -> bean(Policies.class).apply(file, Party.CLIENT, By.roundhouse(Instant.parse(at), Channel.FOLDER)));
    }

    /** A P3 by Rita. @return its reference */
    String asked(String at) {
        return inside(() -> {
            Ticket ticket = bean(Tickets.class).submit(new Submission("The lift stands still", "It does.", Priority.P3, null, null, null, null),
                    by("rita." + tenant.slug(), "Rita", Side.CLIENT, at));
            return new Reference(tenant.prefix(), ticket.number()).toString();
        });
    }

    /** A request and what came of it. @return its reference */
    String told(String at, Consumer<String> rest) {
        AtomicReference<String> ref = new AtomicReference<>();
        tell(() -> {
            ref.set(asked(at));
            rest.accept(ref.get());
        });
        return ref.get();
    }

    void answered(String ref, String at) {
        work(ref, at, (ticket, by) -> bean(Tickets.class).reply(ticket, "We are on it.", by));
    }

    void resolved(String ref, String at) {
        work(ref, at, (ticket, by) -> bean(Tickets.class).resolve(ticket, new Resolution("It moves again.", Resolution.Code.FIXED, null), by));
    }

    void reopened(String ref, String at) {
        work(ref, at, (ticket, by) -> bean(Tickets.class).reopen(ticket, "It stands again.", by));
    }

    void lowered(String ref, String at, String reason) {
        work(ref, at, (ticket, by) -> bean(Tickets.class).prioritise(ticket, Priority.P4, reason, by));
    }

    private void work(String ref, String at, BiConsumer<Ticket, By> verb) {
        inside(() -> {
            verb.accept(bean(Tickets.class).numbered(Reference.of(ref).orElseThrow().number()).orElseThrow(), by("tess", "Tess Lindqvist", Side.STAFF, at));
            return null;
        });
    }

    /** A story in one unit of work: no timer comes in between, as it would to a ticket of the past. */
    void tell(Runnable story) {
        inside(() -> {
            telling = true;
            try {
                story.run();
            } finally {
                telling = false;
            }
            return null;
        });
    }

    /** The report put before the client at a time that is past. */
    SlaReport locked(String from, String to, String at) {
        return inside(() -> {
            By by = amy.by(Instant.parse(at), Channel.DESK);
            return bean(SlaReports.class).lock(tenant, Period.of(from, to, tenant.zone(), by.at()), by);
        });
    }

    <T> T inside(Supplier<T> work) {
        return telling ? work.get() : bean(Units.class).inside(tenant.id(), Side.STAFF, 0, work);
    }

    private By by(String user, String name, Side side, String at) {
        return new By(side == Side.STAFF ? amy.person() : 0, user, name, side, Instant.parse(at), Channel.IMPORT);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
