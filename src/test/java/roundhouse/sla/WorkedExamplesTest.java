package roundhouse.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.sla.Office.at;
import static roundhouse.sla.Office.clock;
import static roundhouse.sla.Office.policy;
import static roundhouse.sla.Office.promises;
import static roundhouse.sla.Office.promising;
import static roundhouse.sla.Office.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbered examples of the promise, Monday to Friday 09:00-17:00 in Berlin unless said. */
class WorkedExamplesTest {

    @ParameterizedTest
    @CsvSource({"2026-10-20T10:00,2026-10-20T11:00", "2026-10-20T16:30,2026-10-21T09:30", "2026-10-23T16:45,2026-10-26T09:45", "2026-10-24T11:00,2026-10-26T10:00"})
    void one_sixty_minutes_from_anywhere_in_the_week(String created, String due) {
        assertThat(resolution(60, created, created).dueAt()).isEqualTo(at(due));
    }

    @Test
    void two_a_hold_over_the_weekend_leaves_what_was_not_used() {
        Clock clock = resolution(240, "2026-10-23T15:00", "2026-10-26T12:00",
                new Event.Hold(at("2026-10-23T16:00"), HoldReason.CLIENT, null), new Event.ClientReply(at("2026-10-26T10:00")));
        assertThat(clock.dueAt()).isEqualTo(at("2026-10-26T13:00"));
        assertThat(clock.consumedSeconds()).isEqualTo(3 * 3600);
        assertThat(clock.remainingSeconds()).isEqualTo(3600);
        assertThat(clock.segments()).containsExactly(
                new Segment(at("2026-10-23T15:00"), at("2026-10-23T16:00"), Segment.State.RUNNING, null, 3600),
                new Segment(at("2026-10-23T16:00"), at("2026-10-26T10:00"), Segment.State.PAUSED, "client", 0),
                new Segment(at("2026-10-26T10:00"), at("2026-10-26T12:00"), Segment.State.RUNNING, null, 7200));
    }

    @Test
    void three_reopening_goes_on_with_the_unused_budget() {
        Clock clock = resolution(480, "2026-10-19T09:00", "2026-10-21T15:00",
                new Event.Resolve(at("2026-10-19T11:00")), new Event.Reopen(at("2026-10-21T15:00")));
        assertThat(clock.remainingSeconds()).isEqualTo(6 * 3600);
        assertThat(clock.dueAt()).isEqualTo(at("2026-10-22T13:00"));
    }

    @Test
    void four_a_rise_leaves_the_grace_at_least() {
        Clock clock = risen("office", 8, "office", 1, "2026-10-26T09:00", "2026-10-26T12:00");
        assertThat(clock.targetSeconds()).isEqualTo(3600);
        assertThat(clock.budgetSeconds()).isEqualTo(3 * 3600 + 1800);
        assertThat(clock.dueAt()).isEqualTo(at("2026-10-26T12:30"));
    }

    @Test
    void five_lunch_does_not_count() {
        assertThat(Office.LUNCH.addBusiness(at("2026-10-20T11:30"), 3600)).contains(at("2026-10-20T14:00"));
    }

    @Test
    void six_four_hours_are_four_hours_when_the_clock_goes_back() {
        assertThat(Calendar.ALWAYS.addBusiness(Instant.parse("2026-10-24T22:30:00Z"), 4 * 3600)).contains(Instant.parse("2026-10-25T02:30:00Z"));
    }

    @Test
    void seven_a_night_shift_is_as_long_as_the_night() {
        assertThat(Office.NIGHT.businessSeconds(at("2026-03-28T21:00"), at("2026-03-29T12:00"))).isEqualTo(420 * 60);
        assertThat(Office.NIGHT.businessSeconds(at("2026-10-24T21:00"), at("2026-10-25T12:00"))).isEqualTo(540 * 60);
    }

    @Test
    void eight_the_clients_answer_at_night_resumes_at_once_and_counts_from_monday() {
        Clock clock = resolution(240, "2026-10-23T15:00", "2026-10-24T23:00",
                new Event.Hold(at("2026-10-23T16:00"), HoldReason.CLIENT, null), new Event.ClientReply(at("2026-10-24T22:00")));
        assertThat(clock.state()).isEqualTo(Clock.State.RUNNING);
        assertThat(clock.dueAt()).isEqualTo(at("2026-10-26T12:00"));
        assertThat(clock.segments()).endsWith(new Segment(at("2026-10-24T22:00"), at("2026-10-24T23:00"), Segment.State.ASLEEP, null, 0));
    }

    @Test
    void nine_a_rise_into_another_calendar_counts_from_the_original_start() {
        Clock clock = risen("office", 8, "always", 4, "2026-10-23T16:00", "2026-10-24T12:00");
        assertThat(clock.consumedSeconds()).isEqualTo(20 * 3600);
        assertThat(clock.budgetSeconds()).isEqualTo(20 * 3600 + 1800);
        assertThat(clock.dueAt()).isEqualTo(at("2026-10-24T12:30"));
    }

    private static Clock risen(String before, int hoursBefore, String after, int hoursAfter, String created, String changed) {
        Policy.Row slow = new Policy.Row(before, Map.of(Kind.RESOLUTION, within(Duration.ofHours(hoursBefore))));
        Policy.Row fast = new Policy.Row(after, Map.of(Kind.RESOLUTION, within(Duration.ofHours(hoursAfter))));
        Promises promises = promises(policy("standard", new Match.Default(), "office", Map.of(Priority.P3, slow, Priority.P1, fast)));
        Story story = new Story(Priority.P3, null, null, at(created), List.of(new Event.PriorityChanged(at(changed), Priority.P1)));
        return clock(Kind.RESOLUTION, Engine.clocks(promises, story, at(changed)));
    }

    private static Clock resolution(int minutes, String created, String now, Event... events) {
        Promises promises = promising("office", Map.of(Kind.RESOLUTION, within(Duration.ofMinutes(minutes))));
        Story story = new Story(Priority.P3, null, null, at(created), List.of(events));
        return clock(Kind.RESOLUTION, Engine.clocks(promises, story, at(now)));
    }
}
