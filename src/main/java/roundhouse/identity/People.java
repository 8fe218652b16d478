package roundhouse.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import roundhouse.search.Findable;
import roundhouse.search.SearchIndex;
import roundhouse.tenancy.Editions;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** The people of the client of the open unit of work, and the staff who reach it. */
@ApplicationScoped
public class People {

    private final Units units;
    private final Session entities;
    private final SearchIndex search;
    private final Editions editions;

    People(Units units, Session entities, SearchIndex search, Editions editions) {
        this.units = units;
        this.entities = entities;
        this.search = search;
        this.editions = editions;
    }

    /** By name; those who left are not among them. */
    public List<Person> ofThisClient() {
        return entities.createQuery("select p from Person p where p.tenantId = :tenant and p.active order by p.name", Person.class)
                .setParameter("tenant", units.open().tenant()).getResultList();
    }

    public Optional<Person> ofThisClient(String user) {
        return entities.createQuery("select p from Person p where p.tenantId = :tenant and p.user = :user and p.active", Person.class)
                .setParameter("tenant", units.open().tenant()).setParameter("user", user).getResultStream().findFirst();
    }

    /** By user name, those behind {@code after}, at most {@code most}. */
    public List<Person> ofThisClient(String after, int most) {
        return entities.createQuery("select p from Person p where p.tenantId = :tenant and p.user > :after and p.active order by p.user", Person.class)
                .setParameter("tenant", units.open().tenant()).setParameter("after", after).setMaxResults(most).getResultList();
    }

    public Optional<Person> staff(String user) {
        return entities.createQuery("select p from Person p where p.side = 'staff' and p.user = :user and p.active", Person.class)
                .setParameter("user", user).getResultStream().findFirst();
    }

    /** Staff who may work this client's tickets, by name. */
    public List<Person> workingHere() {
        return workers("");
    }

    public Optional<Person> workingHere(String user) {
        return workers(user).stream().findFirst();
    }

    /** No query: for writing a reference to someone who is known to exist. */
    public Person reference(int person) {
        return entities.getReference(Person.class, person);
    }

    private List<Person> workers(String user) {
        return entities.createQuery("""
                        select p from Person p where p.side = 'staff' and p.active and (:user = '' or p.user = :user)
                          and (p.reachesAll or exists (select 1 from Assignment a where a.id.tenantId = :tenant and a.id.personId = p.id
                                                       and (a.until is null or a.until > current_timestamp)))
                        order by p.name""", Person.class)
                .setParameter("tenant", units.open().tenant()).setParameter("user", user).getResultStream()
                .filter(person -> Right.WORK_TICKETS.heldBy(person.roles())).toList();
    }

    /** A person as a folder or a screen describes one. */
    public record Described(String user, String name, String email, Side side, Set<Role> roles, Integer tier, boolean reachesAll,
                            String phone, String location, boolean vip) {
    }

    /** Adds or changes a person at home in the open unit's tenant. @return whether anything changed */
    public boolean put(Described person) {
        return person.side() == Side.STAFF ? edited(editions.hold(), written(person)) : written(person);
    }

    private boolean written(Described person) {
        boolean changed = entities.createNativeQuery("""
                        insert into person as p (tenant_id, user_name, name, email, side, roles, tier, reaches_all, phone, location, vip)
                        values (:tenant, :user, :name, :email, :side, :roles, cast(:tier as smallint), :all, :phone, :location, :vip)
                        on conflict (user_name) do update set name = excluded.name, email = excluded.email, roles = excluded.roles,
                          tier = excluded.tier, reaches_all = excluded.reaches_all, phone = excluded.phone, location = excluded.location,
                          vip = excluded.vip, active = true
                        where (p.name, p.email, p.roles, p.tier, p.reaches_all, p.phone, p.location, p.vip, p.active)
                          is distinct from (excluded.name, excluded.email, excluded.roles, excluded.tier, excluded.reaches_all,
                                            excluded.phone, excluded.location, excluded.vip, true)""")
                .setParameter("tenant", units.open().tenant()).setParameter("user", person.user()).setParameter("name", person.name())
                .setParameter("email", person.email()).setParameter("side", person.side().word())
                .setParameter("roles", person.roles().stream().map(Role::word).sorted().toArray(String[]::new))
                .setParameter("tier", person.tier()).setParameter("all", person.reachesAll()).setParameter("phone", person.phone())
                .setParameter("location", person.location()).setParameter("vip", person.vip()).executeUpdate() == 1;
        if (changed) {
            String contact = Stream.of(person.email(), person.phone(), person.location()).filter(Objects::nonNull).collect(Collectors.joining(", "));
            search.put(new Findable("person", person.user(), person.user(), person.name(), false, person.user() + " " + contact,
                    new String[] {person.user(), person.email()}, contact, null));
        }
        return changed;
    }

    /** Adds a person who is not there yet. @return false where the user name is somebody's, at whichever client */
    public boolean add(Described person) {
        boolean free = entities.createNativeQuery("""
                        insert into person (tenant_id, user_name, name, email, side, roles) values (:tenant, :user, :name, :email, :side, :roles)
                        on conflict (user_name) do nothing""")
                .setParameter("tenant", units.open().tenant()).setParameter("user", person.user()).setParameter("name", person.name())
                .setParameter("email", person.email()).setParameter("side", person.side().word()).setParameter("roles", new String[0])
                .executeUpdate() == 1;
        return free && put(person);
    }

    /** Lets a member of staff reach the open unit's tenant. @param until null for good. @return whether anything changed */
    public boolean assign(String user, Instant until, String reason) {
        return edited(editions.hold(), entities.createNativeQuery("""
                        insert into assignment as a (tenant_id, person_id, until, reason)
                        select :tenant, p.person_id, cast(:until as timestamptz), :reason from person p where p.user_name = :user and p.side = 'staff'
                        on conflict (tenant_id, person_id) do update set until = excluded.until, reason = excluded.reason
                        where (a.until, a.reason) is distinct from (excluded.until, excluded.reason)""")
                .setParameter("tenant", units.open().tenant()).setParameter("user", user).setParameter("until", until)
                .setParameter("reason", reason).executeUpdate() == 1);
    }

    /** @return whether there was an assignment to end */
    public boolean unassign(String user) {
        return edited(editions.hold(), entities.createNativeQuery("""
                        delete from assignment where tenant_id = :tenant
                        and person_id = (select person_id from person where user_name = :user and side = 'staff')""")
                .setParameter("tenant", units.open().tenant()).setParameter("user", user).executeUpdate() == 1);
    }

    private static boolean edited(Editions.Held tenant, boolean changed) {
        if (changed) {
            tenant.edited();
        }
        return changed;
    }

    record Lacking(Boolean somebody) {
    }

    /** Whether anybody of a client that is not closed has no account of Keycloak's yet. For a unit of work that is nowhere. */
    public boolean lackAccounts() {
        return entities.createNativeQuery("""
                        select exists (select from person p join tenant t using (tenant_id) where p.active and p.subject is null and t.state = 'active')""", Lacking.class)
                .getSingleResult().somebody();
    }

    /** Binds a person to the subject under which Keycloak knows them. @return whether anything changed */
    public boolean bind(String user, String subject) {
        return entities.createNativeQuery("""
                        update person set subject = :subject
                        where tenant_id = :tenant and user_name = :user and subject is distinct from :subject""")
                .setParameter("tenant", units.open().tenant()).setParameter("user", user).setParameter("subject", subject).executeUpdate() == 1;
    }
}
