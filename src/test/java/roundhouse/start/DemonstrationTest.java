package roundhouse.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.LocalParts;
import roundhouse.identity.People;
import roundhouse.identity.Role;
import roundhouse.sla.Party;
import roundhouse.sla.Policies;
import roundhouse.sla.Priority;
import roundhouse.sla.SlaFile;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Catalogue;
import roundhouse.tickets.Category;
import roundhouse.tickets.Tier;

/** Cyberdyne has lived for a year when its test begins. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class DemonstrationTest {

    /** Shared by whoever else stands in the tests' database. */
    private static final int TOLD = 150;
    private static final int OPEN = 20;

    @Inject
    Demonstration demonstration;
    @Inject
    Tenants tenants;
    @Inject
    Units units;
    @Inject
    People people;
    @Inject
    Policies policies;
    @Inject
    Catalogue catalogue;
    @Inject
    DatabaseTime time;
    private Tenant cyberdyne;

    @BeforeEach
    void live() {
        Tenant provider = tenants.found(Tenant.PROVIDER, "MSP", "Roundhouse Demo MSP", java.time.ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
        cyberdyne = tenants.found("cyberdyne", "CYBER", "Cyberdyne", java.time.ZoneId.of("America/Los_Angeles"), Locale.US);
        units.inside(provider.id(), Side.SYSTEM, 0, () -> people.put(new People.Described("tim", "Tim Okafor", "tim@msp.example", Side.STAFF,
                Set.of(Role.TECHNICIAN), 1, false, null, null, false)));
        SlaFile terms = SlaFile.read("cyberdyne/sla.yaml", """
                calendars:
                  office: {zone: America/Los_Angeles, week: {mon-fri: ["08:00-18:00"]}}
                policies:
                  - {name: standard, calendar: office, default: true, longestHold: 30d, targets: {P2: {first_response: 1h, resolution: 8h}, P3: {first_response: 15m, resolution: 2 days}, P4: {first_response: 1 day}}}
                """, Set.of(), java.time.LocalDate.now());
        units.inside(cyberdyne.id(), Side.SYSTEM, 0, () -> {
            people.put(new People.Described("miles.cyberdyne", "Miles Dyson", "miles@cyberdyne.example", Side.CLIENT, Set.of(Role.REQUESTER), null, false, null, "Lab", false));
            people.put(new People.Described("sarah.cyberdyne", "Sarah Chen", "sarah@cyberdyne.example", Side.CLIENT, Set.of(Role.REQUESTER), null, false, null, null, false));
            people.assign("tim", null, "the test");
            catalogue.put(List.of(new Category("email", "E-mail", Tier.FIRST, Priority.P3, List.of(), List.of()),
                    new Category("vpn", "Remote access", Tier.FIRST, Priority.P3, List.of(), List.of())));
            return policies.apply(terms, Party.CLIENT, By.roundhouse(time.now(), Channel.FOLDER));
        });
    }

    @Test
    void aYearIsToldOnceAndLeavesNoTimerInThePast() throws SQLException {
        demonstration.tell(TOLD, OPEN);
        assertThat(count("select count(*) from ticket where tenant_id = ? and channel = 'import'")).isGreaterThan(30);
        assertThat(count("select count(distinct status) from ticket where tenant_id = ?")).isGreaterThanOrEqualTo(4);
        assertThat(count("select count(*) from ticket where tenant_id = ? and status in ('NEW', 'OPEN', 'PENDING')")).isGreaterThan(3);
        assertThat(count("select count(*) from timer where tenant_id = ? and due_at < now()")).isZero();
        assertThat(count("select count(*) from clock where tenant_id = ? and verdict = 'missed'")).isPositive();
        assertThat(count("select count(*) from entry where tenant_id = ? and at > now()")).isZero();
        assertThat(count("select count(*) from ticket t where tenant_id = ? and exists (select 1 from ticket e where e.tenant_id = t.tenant_id"
                + " and e.number < t.number and e.created_at > t.created_at)")).isZero();
        long told = count("select count(*) from ticket where tenant_id = ?");
        demonstration.tell(TOLD, OPEN);
        assertThat(count("select count(*) from ticket where tenant_id = ?")).isEqualTo(told);
    }

    @Test
    void noTextIsLeftUnfilled() {
        Scene scene = units.inside(cyberdyne.id(), Side.SYSTEM, 0, () -> new Scene(cyberdyne, people.ofThisClient(), people.workingHere(),
                catalogue.categories(), List.of(), List.of(), policies.promises(time.now())));
        List<Plot> plots = new ArrayList<>(new Author(scene, Storybook.open(), new Random(7), Instant.now()).write(300, 30));
        assertThat(plots).extracting(plot -> plot.submission().subject()).noneMatch(subject -> subject.contains("{"));
        assertThat(plots).extracting(plot -> plot.submission().body()).noneMatch(body -> body.contains("{"));
    }

    private long count(String sql) throws SQLException {
        try (var database = LocalParts.asSuperuser(); var statement = database.prepareStatement(sql)) {
            statement.setInt(1, cyberdyne.id());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
