package roundhouse.start;

import java.util.List;
import java.util.Map;
import roundhouse.assets.AssetView;
import roundhouse.assets.ConfigurationView;
import roundhouse.identity.Person;
import roundhouse.identity.Role;
import roundhouse.sla.Calendar;
import roundhouse.sla.Policy;
import roundhouse.sla.Priority;
import roundhouse.sla.Promises;
import roundhouse.tenancy.Tenant;
import roundhouse.tickets.Category;

/** Where the demonstration plays at one client: who is there, with what, under which promises. */
record Scene(Tenant tenant, List<Person> people, List<Person> technicians, List<Category> categories, List<AssetView> assets,
             List<ConfigurationView> configurations, Promises promises) {

    private static final Map<String, Integer> CAST = Map.of("alice", 4, "milton", 4, "tess", 3);

    boolean isPlayable() {
        return !people.isEmpty() && !technicians.isEmpty() && !categories.isEmpty();
    }

    /** Whoever has a name in the cast is met more often. */
    static int weight(Person person) {
        return CAST.getOrDefault(person.user(), 1);
    }

    List<Person> requesters() {
        return people.stream().filter(person -> person.roles().contains(Role.REQUESTER)).toList();
    }

    Person named(String user, Person otherwise) {
        return people.stream().filter(person -> person.user().equals(user)).findFirst().orElse(otherwise);
    }

    /** The business time in which a ticket like that is worked. */
    Calendar calendar(Priority priority, String category, String asset) {
        String name = promises.governing(priority, category, asset).map(policy -> name(policy, priority)).orElse(null);
        Calendar own = promises.own().calendars().get(name == null ? "" : name);
        return own != null ? own : promises.provider().calendars().getOrDefault(name == null ? "" : name, Calendar.ALWAYS);
    }

    private static String name(Policy policy, Priority priority) {
        Policy.Row row = policy.rows().get(priority);
        return row == null || row.calendar() == null ? policy.calendar() : row.calendar();
    }
}
