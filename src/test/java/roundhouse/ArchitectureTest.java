package roundhouse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Three floors, arrows only downward. A new room is entered here first. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("roundhouse");

    /** From the roof to the ground: a room imports only what stands below it. */
    private static final List<String> ROOMS = List.of(
            "start", "portal", "clients", "reports", "mail", "environments",
            "tickets", "knowledge", "assets", "sla",
            "web", "live", "branding", "files", "audit", "identity", "search", "tenancy");

    /** They do not know each other; start alone may know them all. */
    private static final Set<String> DOORS = Set.of("portal", "clients", "reports", "mail", "environments");

    private static final String FORBIDDEN = ".*(Service|Manager|Helper|Utils?|Impl|DTO|Dto|DAO|Dao|Mapper|Facade)";

    @Test
    void everyClassStandsInARoom() {
        classes().should(new ArchCondition<>("stand in a room of the list") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!ROOMS.contains(room(type))) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " stands in no room of the list"));
                }
            }
        })
                .check(HOUSE);
    }

    @Test
    void arrowsGoDownward() {
        classes().should(new ArchCondition<>("import only what stands below") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream().filter(arrow -> arrow.getTargetClass().getPackageName().startsWith("roundhouse."))
                        .filter(arrow -> !mayKnow(room(type), room(arrow.getTargetClass())))
                        .forEach(arrow -> events.add(SimpleConditionEvent.violated(type, arrow.getDescription())));
            }
        })
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(FORBIDDEN)
                .check(HOUSE);
    }

    /** Pages, forms and APIs ask the plural classes; whoever holds a session is where rows live. */
    @Test
    void pagesAndApisHoldNoSession() {
        noClasses()
                .that(new DescribedPredicate<>("answer requests") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getSimpleName().endsWith("Page") || type.getSimpleName().endsWith("Api") || type.getSimpleName().endsWith("Form");
                    }
                })
                .should().dependOnClassesThat().areAssignableTo(EntityManager.class)
                .orShould().dependOnClassesThat().areAssignableTo(Session.class)
                .orShould().dependOnClassesThat().areAssignableTo(DataSource.class)
                .check(HOUSE);
    }

    @Test
    void transactionsAreUnitsOfWork() {
        noClasses().that().resideOutsideOfPackage("roundhouse.tenancy")
                .should().beAnnotatedWith("jakarta.transaction.Transactional")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("io.quarkus.narayana.jta.QuarkusTransaction")
                .check(HOUSE);
    }

    private static boolean mayKnow(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        boolean doorToDoor = DOORS.contains(from) && DOORS.contains(to);
        return !doorToDoor && ROOMS.indexOf(from) < ROOMS.indexOf(to);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("roundhouse.") ? name.substring("roundhouse.".length()).split("\\.")[0] : "";
    }
}
