package roundhouse.environments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import roundhouse.identity.People;
import roundhouse.identity.Role;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.YamlPart;

/** What {@code people.yaml} says. */
final class PeopleFile {

    private static final Set<Role> OF_CLIENTS = EnumSet.of(Role.REQUESTER, Role.APPROVER, Role.CLIENT_MANAGER);

    private PeopleFile() {
    }

    static List<People.Described> read(String text, Set<String> vip, Mistakes mistakes) {
        List<People.Described> people = new ArrayList<>();
        Set<String> users = new HashSet<>();
        Optional<YamlPart> whole = mistakes.read(text);
        for (YamlPart item : mistakes.items(whole.orElse(null), "")) {
            Sheet sheet = Sheet.of(mistakes, item, "[" + people.size() + "]", "user", "name", "email", "roles", "phone", "location");
            String user = sheet.needAs("user", Forms.USER, Forms::user);
            if (user != null && !users.add(user)) {
                sheet.wrong("user", user + " stands here twice");
            }
            people.add(new People.Described(user, sheet.need("name"), sheet.needAs("email", Forms.ADDRESS, Forms::address), Side.CLIENT,
                    roles(sheet, OF_CLIENTS), null, false, sheet.word("phone").orElse(null), sheet.word("location").orElse(null),
                    vip.contains(user)));
        }
        return people;
    }

    static Set<Role> roles(Sheet sheet, Set<Role> possible) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> words = sheet.words("roles");
        words.forEach(word -> possible.stream().filter(role -> role.word().equals(word)).findFirst().ifPresentOrElse(roles::add,
                () -> sheet.wrong("roles", "there is no role " + word + " here; write " + String.join(", ", possible.stream().map(Role::word).toList()))));
        if (words.isEmpty()) {
            sheet.wrong("roles", "is missing");
        }
        return roles;
    }
}
