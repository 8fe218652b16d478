package roundhouse.environments;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import roundhouse.identity.Role;
import roundhouse.tickets.Category;

class DemonstrationFolderTest {

    private static final TenantsFolder FOLDER = TenantsFolder.read(Path.of("tenants"), LocalDate.of(2026, 11, 22),
            Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void isReadWithoutAMistake() {
        assertThat(FOLDER.mistakes()).isEmpty();
        assertThat(FOLDER.clients()).flatExtracting(ClientFolder::mistakes).isEmpty();
    }

    @Test
    void holdsTwentyFourUnlikeClients() {
        assertThat(FOLDER.clients()).hasSize(24);
        assertThat(FOLDER.clients()).extracting(client -> client.tenant().zone()).satisfies(zones -> assertThat(Set.copyOf(zones)).hasSizeGreaterThan(6));
        assertThat(FOLDER.clients()).extracting(client -> client.brand().accent()).doesNotHaveDuplicates();
        assertThat(FOLDER.clients()).allSatisfy(client -> assertThat(client.brand().hasLogo()).isTrue());
    }

    @Test
    void everyKindOfQuestionIsAskedSomewhere() {
        assertThat(FOLDER.clients().stream().flatMap(client -> client.categories().stream()).flatMap(category -> category.fields().stream())
                .map(Category.Field::type).collect(Collectors.toSet())).containsExactlyInAnyOrder(Category.Type.values());
    }

    @Test
    void theCastReachesWhatTheContractSays() {
        Map<String, ProviderFile.Member> staff = FOLDER.provider().orElseThrow().staff().stream()
                .collect(Collectors.toMap(member -> member.person().user(), member -> member));
        assertThat(staff.get("tess").reach()).hasSize(22).contains("acme", "initech").doesNotContain("umbrella", "hooli");
        assertThat(staff.get("theo").reach()).hasSize(12).contains("acme", "initech");
        assertThat(staff.get("tess").reach()).containsAll(staff.get("theo").reach());
        assertThat(staff.get("amy").reach()).hasSize(12).contains("acme", "initech");
        assertThat(staff.get("tara").person().reachesAll()).isTrue();
        assertThat(staff.get("olga").person().reachesAll()).isTrue();
    }

    @Test
    void aliceAdamAndMiltonAreWhereTheyBelong() {
        assertThat(rolesOf("acme", "alice")).containsExactly(Role.REQUESTER);
        assertThat(rolesOf("acme", "adam")).containsExactlyInAnyOrder(Role.CLIENT_MANAGER, Role.APPROVER);
        assertThat(rolesOf("initech", "milton")).containsExactly(Role.REQUESTER);
    }

    private static Set<Role> rolesOf(String slug, String user) {
        return FOLDER.clients().stream().filter(client -> client.slug().equals(slug)).flatMap(client -> client.people().stream())
                .filter(person -> person.user().equals(user)).findFirst().orElseThrow().roles();
    }
}
