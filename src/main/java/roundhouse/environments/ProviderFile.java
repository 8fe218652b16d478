package roundhouse.environments;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import roundhouse.identity.People;
import roundhouse.identity.Role;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.Side;

/** What {@code provider.yaml} says: the MSP and its staff. */
record ProviderFile(String name, String prefix, ZoneId zone, String support, List<Member> staff) {

    private static final Set<Role> OF_STAFF = EnumSet.of(Role.TECHNICIAN, Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR);

    /** @param reach slugs, empty where the person reaches all */
    record Member(People.Described person, Set<String> reach) {

        boolean reaches(String slug) {
            return person.reachesAll() || reach.contains(slug);
        }

        private static Integer tier(String word) {
            int tier = Integer.parseInt(word);
            if (tier < 1 || tier > 3) {
                throw new IllegalArgumentException(word);
            }
            return tier;
        }
    }

    /** @param slugs of the clients that there are */
    static ProviderFile read(String text, Set<String> slugs, Mistakes mistakes) {
        Sheet sheet = Sheet.of(mistakes, text, "name", "prefix", "zone", "support", "staff");
        List<Member> staff = new ArrayList<>();
        Set<String> users = new HashSet<>();
        for (Sheet line : sheet.sheets("staff", "user", "name", "email", "roles", "tier", "reach")) {
            Member member = member(line, slugs);
            if (member.person().user() != null && !users.add(member.person().user())) {
                line.wrong("user", member.person().user() + " stands here twice");
            }
            staff.add(member);
        }
        return new ProviderFile(sheet.need("name"), sheet.needAs("prefix", "two to eight capital letters and digits, as in MSP", Forms::prefix),
                sheet.needAs("zone", "a time zone, as in Europe/Berlin", Forms::zone),
                sheet.needAs("support", Forms.ADDRESS, Forms::address), staff);
    }

    private static Member member(Sheet line, Set<String> slugs) {
        boolean all = line.isWord("reach") && line.word("reach").filter("all"::equals).isPresent();
        Set<String> reach = all ? Set.of() : Set.copyOf(line.words("reach"));
        reach.stream().filter(slug -> !slugs.contains(slug)).sorted()
                .forEach(slug -> line.wrong("reach", "there is no client " + slug + " in this folder"));
        Set<Role> roles = PeopleFile.roles(line, OF_STAFF);
        Integer tier = line.as("tier", "1, 2 or 3", Member::tier);
        if (roles.contains(Role.TECHNICIAN) && !line.has("tier")) {
            line.wrong("tier", "a technician has a tier: write 1, 2 or 3");
        }
        return new Member(new People.Described(line.needAs("user", Forms.USER, Forms::user), line.need("name"),
                line.needAs("email", Forms.ADDRESS, Forms::address), Side.STAFF, roles, tier, all, null, null, false), reach);
    }
}
