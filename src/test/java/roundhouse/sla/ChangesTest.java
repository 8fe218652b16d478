package roundhouse.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.sla.Office.at;
import static roundhouse.sla.Office.clock;
import static roundhouse.sla.Office.policy;
import static roundhouse.sla.Office.promises;
import static roundhouse.sla.Office.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Priority, category, hand-over, merge and cancellation, and the kinds beside first response and resolution. Tuesday 20 October 2026, office hours in Berlin. */
class ChangesTest {
    /** Every kind: P1 1 h, P2 2 h, P3 4 h, P4 8 h; in the category "slow" twice that. */
    private static final Promises STANDARD = promises(policy("standard", new Match.Default(), "office", rows(1)),
            policy("slow", new Match.Category("slow"), "office", rows(2)));

    @Test
    void a_superseded_clock_stands_before_its_successor_and_shares_its_instance() {
        List<Clock> resolutions = of(Kind.RESOLUTION, "T10:30", new Event.PriorityChanged(tuesday("T10:00"), Priority.P2));
        assertThat(resolutions).extracting(Clock::state).containsExactly(Clock.State.SUPERSEDED, Clock.State.RUNNING);
        assertThat(resolutions).extracting(Clock::instance).containsExactly(1, 1);
        assertThat(resolutions).extracting(Clock::priority).containsExactly(Priority.P3, Priority.P2);
        assertThat(resolutions.get(0).stoppedAt()).isEqualTo(tuesday("T10:00"));
        assertThat(resolutions.get(1).dueAt()).isEqualTo(tuesday("T11:00"));
    }

    @Test
    void a_change_down_has_no_grace_and_no_mercy() {
        List<Clock> resolutions = of(Kind.RESOLUTION, "T15:00", new Event.PriorityChanged(tuesday("T14:00"), Priority.P4), new Event.PriorityChanged(tuesday("T14:30"), Priority.P3));
        assertThat(resolutions.get(2).budgetSeconds()).isEqualTo(6 * 3600);
        List<Clock> down = of(Kind.RESOLUTION, "T12:00", new Event.PriorityChanged(tuesday("T10:00"), Priority.P1), new Event.PriorityChanged(tuesday("T10:10"), Priority.P2));
        assertThat(down.get(2).budgetSeconds()).isEqualTo(2 * 3600);
    }

    @Test
    void a_miss_is_handed_to_the_successor_with_its_due_instant() {
        Clock clock = last(Kind.RESOLUTION, "T14:30", new Event.PriorityChanged(tuesday("T14:00"), Priority.P4));
        assertThat(clock.verdict()).isEqualTo(Clock.Verdict.MISSED);
        assertThat(clock.dueAt()).isEqualTo(tuesday("T13:00"));
        assertThat(clock.remainingSeconds()).isPositive();
    }

    @Test
    void what_is_judged_stays_when_the_priority_changes() {
        List<Clock> first = of(Kind.FIRST_RESPONSE, "T14:00", new Event.StaffReply(tuesday("T09:30")), new Event.PriorityChanged(tuesday("T10:00"), Priority.P1));
        assertThat(first).extracting(Clock::state).containsExactly(Clock.State.MET);
    }

    @Test
    void the_pauses_before_the_change_stay_pauses() {
        Clock clock = last(Kind.RESOLUTION, "T12:00", new Event.Hold(tuesday("T09:30"), HoldReason.CLIENT, null), new Event.PriorityChanged(tuesday("T10:00"), Priority.P2),
                new Event.ClientReply(tuesday("T11:00")));
        assertThat(clock.consumedSeconds()).isEqualTo(90 * 60);
        assertThat(clock.segments()).extracting(Segment::state).containsExactly(Segment.State.RUNNING, Segment.State.PAUSED, Segment.State.RUNNING);
    }

    @Test
    void another_category_is_another_promise_without_grace() {
        Clock clock = last(Kind.RESOLUTION, "T10:00", new Event.CategoryChanged(tuesday("T10:00"), "slow"));
        assertThat(clock.policy().because()).isEqualTo("ACME's policy for category slow");
        assertThat(clock.budgetSeconds()).isEqualTo(8 * 3600);
    }

    @Test
    void the_first_assignee_stops_own_and_the_second_changes_nothing() {
        Clock clock = last(Kind.OWN, "T14:00", new Event.Assign(tuesday("T09:30")), new Event.Assign(tuesday("T13:30")));
        assertThat(clock.state()).isEqualTo(Clock.State.MET);
        assertThat(clock.stoppedAt()).isEqualTo(tuesday("T09:30"));
    }

    @Test
    void next_response_opens_at_the_clients_message_and_later_ones_join_it() {
        Event[] story = {new Event.ClientReply(tuesday("T09:05")), new Event.StaffReply(tuesday("T09:10")), new Event.ClientReply(tuesday("T10:00")),
                new Event.ClientReply(tuesday("T11:00")), new Event.Call(tuesday("T11:30")), new Event.ClientReply(tuesday("T12:00"))};
        List<Clock> next = of(Kind.NEXT_RESPONSE, "T12:30", story);
        assertThat(next).extracting(Clock::startedAt).containsExactly(tuesday("T10:00"), tuesday("T12:00"));
        assertThat(next).extracting(Clock::state).containsExactly(Clock.State.MET, Clock.State.RUNNING);
        assertThat(next).extracting(Clock::instance).containsExactly(1, 2);
    }

    @Test
    void periodic_update_begins_anew_with_each_public_word_and_ends_with_resolving() {
        List<Clock> updates = of(Kind.PERIODIC_UPDATE, "T16:00", new Event.Call(tuesday("T09:30")), new Event.Call(tuesday("T10:00")), new Event.StaffReply(tuesday("T11:00")),
                new Event.Hold(tuesday("T12:00"), HoldReason.CLIENT, null), new Event.Resolve(tuesday("T15:00")));
        assertThat(updates).extracting(Clock::startedAt).containsExactly(tuesday("T09:30"), tuesday("T11:00"), tuesday("T12:00"));
        assertThat(updates).extracting(Clock::state).containsExactly(Clock.State.MET, Clock.State.MET, Clock.State.CANCELLED);
        assertThat(updates.get(2).consumedSeconds()).as("waiting for the client").isZero();
    }

    @Test
    void a_note_made_public_answers_when_it_was_made_public() {
        Clock clock = last(Kind.FIRST_RESPONSE, "T12:00", new Event.Note(tuesday("T09:10")), new Event.NotePublished(tuesday("T10:10")));
        assertThat(clock.stoppedAt()).isEqualTo(tuesday("T10:10"));
    }

    @Test
    void a_tier_and_a_vendor_have_clocks_while_it_is_with_them() {
        Event[] story = {new Event.HandedOver(tuesday("T09:30"), "2"), new Event.HandedOver(tuesday("T10:00"), "vendor"), new Event.HandedOver(tuesday("T16:00"), "2")};
        assertThat(of(Kind.HANDOVER, "T16:30", story)).extracting(Clock::state).containsExactly(Clock.State.MET, Clock.State.RUNNING);
        assertThat(of(Kind.VENDOR, "T16:30", story)).extracting(Clock::state).containsExactly(Clock.State.MISSED);
    }

    @Test
    void merging_an_older_request_starts_the_first_response_with_it() {
        Clock clock = last(Kind.FIRST_RESPONSE, "T10:00", new Event.Merged(tuesday("T10:00"), at("2026-10-19T15:00")));
        assertThat(clock.startedAt()).isEqualTo(at("2026-10-19T15:00"));
        assertThat(clock.consumedSeconds()).isEqualTo(3 * 3600);
        assertThat(last(Kind.RESOLUTION, "T10:00", new Event.Merged(tuesday("T10:00"), at("2026-10-19T15:00"))).startedAt()).isEqualTo(tuesday("T09:00"));
    }

    @Test
    void cancelling_ends_what_runs_and_leaves_what_is_judged() {
        List<Clock> clocks = Engine.clocks(STANDARD, story(new Event.StaffReply(tuesday("T09:30")), new Event.Cancelled(tuesday("T10:00"), CancelReason.SPAM)), tuesday("T12:00"));
        assertThat(clock(Kind.FIRST_RESPONSE, clocks).state()).isEqualTo(Clock.State.MET);
        assertThat(clocks).filteredOn(clock -> clock.kind() != Kind.FIRST_RESPONSE).extracting(Clock::state).containsOnly(Clock.State.CANCELLED);
    }

    @Test
    void a_ticket_that_is_merged_away_stops_and_goes_on_as_if_it_had_not_been() {
        Event away = new Event.MergedAway(tuesday("T10:00"));
        assertThat(clock(Kind.RESOLUTION, Engine.clocks(STANDARD, story(away), tuesday("T12:00"))).state()).isEqualTo(Clock.State.MERGED);
        assertThat(Engine.clocks(STANDARD, story(away, new Event.MergeUndone(tuesday("T11:00"), null)), tuesday("T12:00")))
                .isEqualTo(Engine.clocks(STANDARD, story(), tuesday("T12:00")));
    }

    /** The second engine found it: the one that was merged into it comes back all the same. */
    @Test
    void a_merge_into_a_ticket_that_is_merged_away_itself_is_taken_back() {
        Instant asked = tuesday("T08:00");
        List<Clock> clocks = Engine.clocks(STANDARD, story(new Event.Merged(tuesday("T09:30"), asked), new Event.MergedAway(tuesday("T10:00")),
                new Event.MergeUndone(tuesday("T10:30"), asked), new Event.MergeUndone(tuesday("T11:00"), null)), tuesday("T12:00"));
        assertThat(clocks).isEqualTo(Engine.clocks(STANDARD, story(), tuesday("T12:00")));
    }

    @Test
    void clocks_stand_in_the_order_of_their_kinds() {
        List<Clock> clocks = Engine.clocks(STANDARD, story(new Event.StaffReply(tuesday("T09:30")), new Event.HandedOver(tuesday("T09:40"), "vendor"),
                new Event.ClientReply(tuesday("T10:00"))), tuesday("T12:00"));
        assertThat(clocks).extracting(Clock::kind)
                .containsExactly(Kind.OWN, Kind.FIRST_RESPONSE, Kind.NEXT_RESPONSE, Kind.PERIODIC_UPDATE, Kind.RESOLUTION, Kind.VENDOR);
    }

    @Test
    void every_event_comes_back_from_its_row() {
        List<Event> events = List.of(new Event.Assign(tuesday("T10:00")), new Event.StaffReply(tuesday("T10:00")), new Event.Call(tuesday("T10:00")),
                new Event.Note(tuesday("T10:00")), new Event.NotePublished(tuesday("T10:00")), new Event.ClientReply(tuesday("T10:00")),
                new Event.Hold(tuesday("T10:00"), HoldReason.VENDOR, tuesday("T11:00")), new Event.Resume(tuesday("T10:00")),
                new Event.PriorityChanged(tuesday("T10:00"), Priority.P1), new Event.CategoryChanged(tuesday("T10:00"), "email"),
                new Event.HandedOver(tuesday("T10:00"), "2"), new Event.Merged(tuesday("T10:00"), tuesday("T09:00")),
                new Event.MergedAway(tuesday("T10:00")), new Event.MergeUndone(tuesday("T10:00"), tuesday("T09:00")),
                new Event.Cancelled(tuesday("T10:00"), CancelReason.DUPLICATE), new Event.Resolve(tuesday("T10:00")), new Event.Reopen(tuesday("T10:00")));
        assertThat(events.stream().map(event -> event.row().event())).isEqualTo(events);
        assertThat(events).extracting(event -> (Object) event.getClass()).hasSize(Event.class.getPermittedSubclasses().length);
    }

    private static Map<Priority, Policy.Row> rows(int factor) {
        Map<Priority, Policy.Row> rows = new EnumMap<>(Priority.class);
        List<Integer> hours = List.of(1, 2, 4, 8);
        for (Priority priority : Priority.values()) {
            Map<Kind, Target> targets = new EnumMap<>(Kind.class);
            Arrays.stream(Kind.values()).forEach(kind -> targets.put(kind, within(Duration.ofHours((long) factor * hours.get(priority.ordinal())))));
            rows.put(priority, new Policy.Row(null, targets));
        }
        return rows;
    }

    private static Clock last(Kind kind, String now, Event... events) {
        return clock(kind, Engine.clocks(STANDARD, story(events), tuesday(now)));
    }

    private static List<Clock> of(Kind kind, String now, Event... events) {
        return Engine.clocks(STANDARD, story(events), tuesday(now)).stream().filter(clock -> clock.kind() == kind).toList();
    }

    private static Story story(Event... events) {
        return new Story(Priority.P3, null, null, tuesday("T09:00"), List.of(events));
    }

    private static Instant tuesday(String time) {
        return at("2026-10-20" + time);
    }
}
