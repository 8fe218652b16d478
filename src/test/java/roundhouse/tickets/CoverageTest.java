package roundhouse.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.sla.Promises;
import roundhouse.sla.SlaFile;
import roundhouse.sla.Terms;

/** Which policy wins for what a client may ask for, told in the order in which they are asked. */
class CoverageTest {

    private static final Promises PROMISES = new Promises("Kestrel", terms("""
            - {name: all, calendar: always, default: true, targets: {P1: {first_response: 15m}}}
            - {name: post, calendar: always, match: {category: email}, targets: {P4: {resolution: 8h}}}
            - {name: server, calendar: always, match: {asset: SRV-01}, targets: {P1: {resolution: 1h}}}
            """), terms("- {name: all, calendar: always, default: true, targets: {P1: {resolution: 2h}, P2: {first_response: 1h}}}\n"));

    @Test
    void policiesAreToldInTheOrderInWhichTheyAreAskedAndNotByAlphabet() {
        CoverageScreen screen = CoverageScreen.of("kestrel", "Kestrel", PROMISES, List.of(new Category("email", "E-mail", null, null, List.of(), List.of())));
        assertThat(screen.lines().get(0).policies()).containsExactly("post", "all", "the provider's all");
        assertThat(screen.lines().get(1).policies()).containsExactly("all", "the provider's all");
        assertThat(screen.assets()).containsExactly(new CoverageScreen.ForAsset("SRV-01", "server"));
    }

    private static Terms terms(String policies) {
        SlaFile file = SlaFile.read("sla.yaml", "calendars:\n  always: {zone: UTC, week: {mon-sun: [\"00:00-24:00\"]}}\npolicies:\n" + policies.indent(2), Set.of(), LocalDate.of(2026, 11, 27));
        assertThat(file.mistakes()).isEmpty();
        return file.terms();
    }
}
