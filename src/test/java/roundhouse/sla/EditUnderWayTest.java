package roundhouse.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.Cast;
import roundhouse.LocalParts;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenants;
import roundhouse.tenancy.Units;

/** Somebody asks what is promised while the promises of Redshank are being edited. */
@QuarkusTest
@WithTestResource(value = LocalParts.class, scope = TestResourceScope.GLOBAL)
class EditUnderWayTest {

    @Inject
    Tenants tenants;
    @Inject
    Units units;
    @Inject
    Policies policies;
    @Inject
    DatabaseTime time;
    @Inject
    ExecutorService others;
    private int redshank;

    @BeforeEach
    void found() {
        Cast.provider();
        redshank = tenants.found("redshank", "RED", "Redshank", ZoneId.of("Europe/London"), Locale.UK).id();
    }

    @Test
    void whatStoodBeforeIsForgottenAsSoonAsTheEditStands() {
        edit("4h", () -> { });
        edit("2h", () -> assertThat(CompletableFuture.supplyAsync(this::promised, others).join()).as("not committed yet").isEqualTo("4 h"));
        assertThat(promised()).isEqualTo("2 h");
    }

    private void edit(String resolution, Runnable beforeTheCommit) {
        By by = By.roundhouse(time.now(), Channel.FOLDER);
        SlaFile file = SlaFile.read("sla.yaml", "calendars:\n  always: {zone: UTC, week: {mon-sun: [\"00:00-24:00\"]}}\npolicies:\n"
                + "  - {name: standard, calendar: always, default: true, targets: {P3: {resolution: " + resolution + "}}}\n", Set.of(), LocalDate.of(2026, 11, 27));
        units.inside(redshank, Side.SYSTEM, 0, () -> {
            policies.apply(file, Party.CLIENT, by);
            beforeTheCommit.run();
            return null;
        });
    }

    private String promised() {
        Instant now = time.now();
        return units.inside(redshank, Side.SYSTEM, 0, () -> Length.words(policies.promises(now).of(Kind.RESOLUTION, Priority.P3, null, null).target()));
    }
}
