package roundhouse.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.sla.Office.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.tenancy.Mistake;

class SlaFileTest {
    private static final String EXAMPLE = """
            calendars:
              office:
                zone: Europe/Berlin
                week: {mon-fri: ["09:00-12:00", "13:00-17:00"], sat: ["10:00-14:00"]}
                holidays: [2026-12-25, {date: 2026-12-24, hours: ["09:00-12:00"]}, {every: 01-01}]
              always: {zone: UTC, week: {mon-sun: ["00:00-24:00"]}}
            policies:
              - name: standard
                calendar: office
                default: true
                reopenWithin: 7d
                grace: 30m
                longestHold: 14d
                pauses: [client, scheduled, monitoring]
                targets:
                  P1: {first_response: 15m, next_response: 30m, periodic_update: 1h, resolution: 4h, calendar: always}
                  P2: {first_response: 1h, resolution: 8h}
                  P3: {first_response: 4h, resolution: 2 days}
                  P4: {first_response: 1 day, resolution: 5 days}
                warn: [50%, 80%, 15m]
              - name: onboarding
                match: {category: onboarding}            # or {asset: SRV-01}
                targets: none
            """;

    @Test
    void the_example_of_the_documentation_says_what_it_says() {
        SlaFile file = read(EXAMPLE);
        assertThat(file.mistakes()).isEmpty();
        Calendar office = file.terms().calendars().get("office");
        assertThat(office.businessSeconds(at("2026-12-24T00:00"), at("2026-12-27T00:00"))).isEqualTo((3 + 4) * 3600);
        assertThat(office.isOpen(at("2027-01-01T10:00"))).isFalse();
        Policy standard = file.terms().policies().get(0);
        assertThat(standard.longestHold()).isEqualTo(Duration.ofDays(14));
        assertThat(standard.pauses()).containsExactlyInAnyOrder(HoldReason.CLIENT, HoldReason.SCHEDULED, HoldReason.MONITORING);
        assertThat(standard.rows().get(Priority.P1).calendar()).isEqualTo("always");
        assertThat(standard.rows().get(Priority.P3).targets()).containsEntry(Kind.RESOLUTION, new Target.WithinDays(2));
        assertThat(standard.warnings()).containsExactly(new Warning.Share(50), new Warning.Share(80), new Warning.Before(Duration.ofMinutes(15)));
        Promises promises = new Promises("ACME", file.terms(), Terms.SILENT);
        Promise onboarding = promises.of(Kind.RESOLUTION, Priority.P2, "onboarding", null);
        assertThat(onboarding.target()).isEqualTo(new Target.None());
        assertThat(onboarding.calendar().name()).isEqualTo("office");
    }

    @Test
    void nothing_written_is_nothing_said() {
        assertThat(read("").terms()).isEqualTo(Terms.SILENT);
        assertThat(read("calendars:\npolicies:\n").mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zone: Europe/Berlin                     | zone: Europe/Munich                       | 3  | calendars.office.zone
            sat: ["10:00-14:00"]                    | sat: ["10:00-25:00"]                      | 4  | calendars.office.week.sat
            sat: ["10:00-14:00"]                    | satday: ["10:00-14:00"]                   | 4  | calendars.office.week.satday
            sat: ["10:00-14:00"]                    | fri: ["10:00-14:00"]                      | 4  | calendars.office.week.fri
            "13:00-17:00"                           | "11:00-17:00"                             | 4  | calendars.office.week
            "13:00-17:00"                           | "17:00-09:30"                             | 4  | calendars.office.week
            mon-sun: ["00:00-24:00"]                | mon-sun: []                               | 6  | calendars.always.week
            2026-12-25,                             | 2026-02-29,                               | 5  | calendars.office.holidays[0]
            {every: 01-01}                          | {every: 01-32}                            | 5  | calendars.office.holidays[2].every
            {every: 01-01}                          | {each: 01-01}                             | 5  | calendars.office.holidays[2].each
            hours: ["09:00-12:00"]                  | hours: ["08:00-10:00", "09:00-12:00"]     | 5  | calendars.office.holidays
            calendar: office                        | calendar: offce                           | 9  | policies[0].calendar
            default: true                           | default: maybe                            | 10 | policies[0].default
            reopenWithin: 7d                        | reopenWithin: -7d                         | 11 | policies[0].reopenWithin
            grace: 30m                              | grace: 3d                                 | 12 | policies[0].grace
            longestHold: 14d                        | longestHold: 9999d                        | 13 | policies[0].longestHold
            [client, scheduled, monitoring]         | [client, lunch]                           | 14 | policies[0].pauses
            resolution: 8h                          | resolution: -8h                           | 17 | policies[0].targets.P2.resolution
            resolution: 8h                          | resolution: 999999h                       | 17 | policies[0].targets.P2.resolution
            resolution: 8h                          | resolution: 0m                            | 17 | policies[0].targets.P2.resolution
            resolution: 8h                          | solution: 8h                              | 17 | policies[0].targets.P2.solution
            P4:                                     | P5:                                       | 19 | policies[0].targets.P5
            warn: [50%, 80%, 15m]                   | warn: [100%]                              | 20 | policies[0].warn
            name: onboarding                        | name: standard                            | 21 | policies[1].name
            match: {category: onboarding}           | default: true                             | 21 | policies[1].match
            match: {category: onboarding}           | match: {category: a, asset: b}            | 22 | policies[1].match
            targets: none                           | targets: {P1: {resolution: 4h}}           | 23 | policies[1].targets.P1
            policies:                               | polices:                                  | 7  | polices
            reopenWithin: 7d                        | default: true                             | 11 | ''
            zone: Europe/Berlin                     | zone: "Europe                             | 4  | ''
            """)
    void each_mistake_names_its_line_and_field(String right, String wrong, int line, String field) {
        String text = EXAMPLE.replace(right, wrong);
        assertThat(text).isNotEqualTo(EXAMPLE);
        List<Mistake> mistakes = read(text).mistakes();
        assertThat(mistakes).as("%s", mistakes).anySatisfy(mistake -> {
            assertThat(mistake.file()).isEqualTo("acme/sla.yaml");
            assertThat(mistake.line()).isEqualTo(line);
            assertThat(mistake.field()).isEqualTo(field);
            assertThat(mistake.message()).isNotBlank();
        });
        assertThat(read(text).terms()).isEqualTo(Terms.SILENT);
    }

    @Test
    void a_calendar_of_the_provider_may_be_named() {
        String policy = "policies: [{name: a, default: true, calendar: house, targets: {P1: {resolution: 4h}}}]";
        assertThat(SlaFile.read("f", policy, Set.of("house"), LocalDate.of(2026, 11, 22)).mistakes()).isEmpty();
        assertThat(SlaFile.read("f", policy, Set.of(), LocalDate.of(2026, 11, 22)).mistakes()).hasSize(1);
    }

    @Test
    void the_clients_that_are_shipped_are_without_mistake() throws IOException {
        SlaFile provider = SlaFile.read("provider-sla.yaml", Files.readString(Path.of("tenants/provider-sla.yaml")), Set.of(), LocalDate.of(2026, 11, 22));
        assertThat(provider.mistakes()).isEmpty();
        try (Stream<Path> clients = Files.list(Path.of("tenants")).filter(Files::isDirectory)) {
            for (Path client : clients.toList()) {
                String text = Files.readString(client.resolve("sla.yaml"));
                assertThat(SlaFile.read(client.toString(), text, provider.calendars().keySet(), LocalDate.of(2026, 11, 22)).mistakes()).isEmpty();
            }
        }
    }

    private static SlaFile read(String text) {
        return SlaFile.read("acme/sla.yaml", text, Set.of(), LocalDate.of(2026, 11, 22));
    }
}
