package roundhouse.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import roundhouse.identity.Person;
import roundhouse.identity.Role;

/** A person as those who reach the client see one. @param tier 1 to 3 of a technician, else null */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PersonView(String user, String name, String email, Set<Role> roles, Integer tier, String phone, String location, boolean vip) {

    static PersonView of(Person person) {
        return new PersonView(person.user(), person.name(), person.email(), person.roles(), person.tier(), person.phone(), person.location(),
                person.isVip());
    }
}
