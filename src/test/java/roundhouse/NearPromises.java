package roundhouse;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.People;
import roundhouse.identity.Person;
import roundhouse.sla.Priority;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Submission;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.Tickets;

/** Tickets of tess at Globex, whose transport planning is promised a resolution within 4 h, round the clock; told with past instants, so that now is when time wakes them. */
@ApplicationScoped
class NearPromises {

    private final Tenants tenants;
    private final Units units;
    private final People people;
    private final Tickets tickets;
    private final DatabaseTime time;

    NearPromises(Tenants tenants, Units units, People people, Tickets tickets, DatabaseTime time) {
        this.tenants = tenants;
        this.units = units;
        this.people = people;
        this.tickets = tickets;
        this.time = time;
    }

    /** Asked by anouk, taken and answered by tess within minutes, and then left. @return its reference */
    String asked(String subject, Duration ago) {
        Instant at = time.now().minus(ago);
        return units.inside(tenants.bySlug("globex").orElseThrow().id(), Side.SYSTEM, 0, () -> {
            Person anouk = people.ofThisClient("anouk.globex").orElseThrow();
            Person tess = people.workingHere("tess").orElseThrow();
            Ticket ticket = tickets.submit(new Submission(subject, "Twelve trucks wait at the gate.", Priority.P2, "tms", null, null, Map.of()),
                    by(anouk, Side.CLIENT, at));
            tickets.assign(ticket, "tess", by(tess, Side.STAFF, at.plusSeconds(60)));
            tickets.reply(ticket, "I am looking at the planning server.", by(tess, Side.STAFF, at.plusSeconds(120)));
            return "GLBX-" + ticket.number();
        });
    }

    private static By by(Person person, Side side, Instant at) {
        return new By(person.id(), person.user(), person.name(), side, at, side == Side.STAFF ? Channel.DESK : Channel.PORTAL);
    }
}
