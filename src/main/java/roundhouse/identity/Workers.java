package roundhouse.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import roundhouse.tenancy.Editions;
import roundhouse.tenancy.Remembered;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** To whom the tickets of the client of the open unit of work can be given, kept in memory until staff or assignments change: every ticket page offers them. */
@ApplicationScoped
public class Workers {

    private static final int MOST_CLIENTS = 2_000;

    /** A member of staff who may work the client's tickets. */
    public record Worker(int id, String user, String name) {
    }

    private record Employed(Worker worker, boolean reachesAll) {
    }

    private record Assigned(Integer person, Instant until) {

        boolean isAssignedAt(Instant now) {
            return until == null || until.isAfter(now);
        }
    }

    private final Units units;
    private final Tenants tenants;
    private final Session entities;
    private final Remembered<List<Employed>> staff;
    private final Remembered<List<Assigned>> assignments;

    Workers(Units units, Tenants tenants, Editions editions, Session entities) {
        this.units = units;
        this.tenants = tenants;
        this.entities = entities;
        this.staff = new Remembered<>(editions, 1);
        this.assignments = new Remembered<>(editions, MOST_CLIENTS);
    }

    /** By name. The same as {@link People#workingHere()}, which asks the database. */
    public List<Worker> here(Instant now) {
        Set<Integer> assigned = new HashSet<>();
        assignments.of(units.open().tenant(), this::assignments).stream().filter(each -> each.isAssignedAt(now)).forEach(each -> assigned.add(each.person));
        return staff.of(tenants.provider().id(), this::staff).stream()
                .filter(employed -> employed.reachesAll || assigned.contains(employed.worker.id)).map(Employed::worker).toList();
    }

    private List<Employed> staff() {
        return entities.createQuery("select p from Person p where p.side = 'staff' and p.active order by p.name", Person.class).getResultStream()
                .filter(person -> Right.WORK_TICKETS.heldBy(person.roles()))
                .map(person -> new Employed(new Worker(person.id(), person.user(), person.name()), person.reachesAll())).toList();
    }

    private List<Assigned> assignments() {
        return entities.createNativeQuery("select person_id, until from assignment where tenant_id = :tenant", Assigned.class)
                .setParameter("tenant", units.open().tenant()).getResultList();
    }
}
