package roundhouse.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static roundhouse.sla.Office.at;
import static roundhouse.sla.Office.clock;
import static roundhouse.sla.Office.pausing;
import static roundhouse.sla.Office.policy;
import static roundhouse.sla.Office.promises;
import static roundhouse.sla.Office.promising;
import static roundhouse.sla.Office.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tuesday 20 October 2026 unless said; first response 1 h, resolution 4 h, office hours in Berlin. */
class EngineTest {
    private static final Promises STANDARD = promising("office",
            Map.of(Kind.FIRST_RESPONSE, within(Duration.ofHours(1)), Kind.RESOLUTION, within(Duration.ofHours(4))));

    @Test
    void a_public_reply_answers_and_a_note_does_not() {
        assertThat(first("T11:30", new Event.Note(tuesday("T09:10"))).verdict()).isEqualTo(Clock.Verdict.MISSED);
        Clock answered = first("T11:30", new Event.Note(tuesday("T09:10")), new Event.StaffReply(tuesday("T09:50")));
        assertThat(answered.state()).isEqualTo(Clock.State.MET);
        assertThat(answered.stoppedAt()).isEqualTo(tuesday("T09:50"));
        assertThat(answered.remainingSeconds()).isEqualTo(600);
    }

    @Test
    void a_call_answers() {
        assertThat(first("T11:30", new Event.Call(tuesday("T09:20"))).state()).isEqualTo(Clock.State.MET);
    }

    @Test
    void a_question_to_the_client_answers_and_pauses_resolution() {
        Event hold = new Event.Hold(tuesday("T09:30"), HoldReason.CLIENT, null);
        assertThat(first("T11:30", hold).state()).isEqualTo(Clock.State.MET);
        Clock resolution = resolution("T11:30", hold);
        assertThat(resolution.state()).isEqualTo(Clock.State.PAUSED);
        assertThat(resolution.dueAt()).isNull();
        assertThat(resolution.consumedSeconds()).isEqualTo(1800);
    }

    @Test
    void first_response_pauses_only_where_the_ticket_may_not_be_ours() {
        assertThat(first("T09:50", new Event.Hold(tuesday("T09:30"), HoldReason.VENDOR, null)).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(first("T11:50", new Event.Hold(tuesday("T09:30"), HoldReason.WRONG_CLIENT, null)).state()).isEqualTo(Clock.State.PAUSED);
        assertThat(first("T11:50", new Event.Hold(tuesday("T09:30"), HoldReason.DUPLICATE, null)).consumedSeconds()).isEqualTo(1800);
    }

    @Test
    void only_the_holds_of_the_policy_pause_resolution() {
        Event hold = new Event.Hold(tuesday("T10:00"), HoldReason.VENDOR, null);
        assertThat(resolution("T12:00", hold).state()).isEqualTo(Clock.State.RUNNING);
        Promises patient = promises(pausing(STANDARD.own().policies().get(0), null, HoldReason.VENDOR));
        assertThat(clock(Kind.RESOLUTION, clocks(patient, "T12:00", hold)).state()).isEqualTo(Clock.State.PAUSED);
    }

    @Test
    void the_clients_answer_ends_no_other_hold() {
        Promises patient = promises(pausing(STANDARD.own().policies().get(0), null, HoldReason.VENDOR));
        List<Clock> clocks = clocks(patient, "T12:00", new Event.Hold(tuesday("T10:00"), HoldReason.VENDOR, null), new Event.ClientReply(tuesday("T11:00")));
        assertThat(clock(Kind.RESOLUTION, clocks).state()).isEqualTo(Clock.State.PAUSED);
    }

    @Test
    void a_second_hold_replaces_the_first() {
        Clock clock = resolution("T12:00", new Event.Hold(tuesday("T10:00"), HoldReason.CLIENT, null), new Event.Hold(tuesday("T11:00"), HoldReason.VENDOR, null));
        assertThat(clock.segments()).extracting(Segment::state).containsExactly(Segment.State.RUNNING, Segment.State.PAUSED, Segment.State.RUNNING);
        assertThat(clock.consumedSeconds()).isEqualTo(2 * 3600);
    }

    @Test
    void a_hold_ends_by_itself_at_its_date_or_when_it_is_too_long() {
        assertThat(resolution("T12:00", new Event.Hold(tuesday("T10:00"), HoldReason.CLIENT, tuesday("T11:00"))).consumedSeconds()).isEqualTo(2 * 3600);
        Promises impatient = promises(pausing(STANDARD.own().policies().get(0), Duration.ofMinutes(30), HoldReason.CLIENT));
        List<Clock> clocks = clocks(impatient, "T12:00", new Event.Hold(tuesday("T10:00"), HoldReason.CLIENT, tuesday("T11:00")));
        assertThat(clock(Kind.RESOLUTION, clocks).consumedSeconds()).isEqualTo(9000);
    }

    @Test
    void at_the_due_instant_itself_a_stop_is_met_and_a_second_later_it_is_missed() {
        assertThat(resolution("T16:00", new Event.Resolve(tuesday("T13:00"))).verdict()).isEqualTo(Clock.Verdict.MET);
        assertThat(resolution("T16:00", new Event.Resolve(tuesday("T13:00:01"))).verdict()).isEqualTo(Clock.Verdict.MISSED);
        assertThat(resolution("T13:00").verdict()).isNull();
        assertThat(resolution("T13:00:01").verdict()).isEqualTo(Clock.Verdict.MISSED);
    }

    @Test
    void a_hold_at_the_due_instant_leaves_nothing_and_judges_nothing_until_it_resumes() {
        Event hold = new Event.Hold(tuesday("T13:00"), HoldReason.CLIENT, null);
        Clock paused = resolution("T15:00", hold);
        assertThat(paused.remainingSeconds()).isZero();
        assertThat(paused.verdict()).isNull();
        Clock resumed = resolution("T15:00", hold, new Event.Resume(tuesday("T15:00")));
        assertThat(resumed.dueAt()).isEqualTo(tuesday("T15:00"));
        assertThat(resumed.verdict()).isNull();
        assertThat(resolution("T15:01", hold, new Event.Resume(tuesday("T15:00"))).verdict()).isEqualTo(Clock.Verdict.MISSED);
    }

    @Test
    void a_budget_used_up_at_closing_time_is_missed_just_after_it() {
        Story story = new Story(Priority.P3, null, null, tuesday("T13:00"), List.of(new Event.Hold(tuesday("T18:00"), HoldReason.CLIENT, null)));
        Clock clock = clock(Kind.RESOLUTION, Engine.clocks(STANDARD, story, tuesday("T19:00")));
        assertThat(clock.verdict()).isEqualTo(Clock.Verdict.MISSED);
        assertThat(clock.dueAt()).isEqualTo(tuesday("T17:00"));
        assertThat(clock.remainingSeconds()).isZero();
    }

    @Test
    void a_missed_clock_keeps_the_due_instant_that_it_missed() {
        Clock clock = resolution("T16:00", new Event.Hold(tuesday("T15:00"), HoldReason.CLIENT, null));
        assertThat(clock.state()).isEqualTo(Clock.State.PAUSED);
        assertThat(clock.verdict()).isEqualTo(Clock.Verdict.MISSED);
        assertThat(clock.dueAt()).isEqualTo(tuesday("T13:00"));
        assertThat(clock.remainingSeconds()).isEqualTo(-2 * 3600);
    }

    @Test
    void reopening_withdraws_a_met_and_leaves_a_missed() {
        Clock withdrawn = resolution("T12:00", new Event.Resolve(tuesday("T10:00")), new Event.Reopen(tuesday("T11:00")));
        assertThat(withdrawn.verdict()).isNull();
        assertThat(withdrawn.instance()).isEqualTo(1);
        assertThat(withdrawn.segments()).contains(new Segment(tuesday("T10:00"), tuesday("T11:00"), Segment.State.PAUSED, "resolved", 0));
        Clock missed = resolution("T16:00", new Event.Resolve(tuesday("T14:00")), new Event.ClientReply(tuesday("T15:00")), new Event.Resolve(tuesday("T15:30")));
        assertThat(missed.state()).isEqualTo(Clock.State.MISSED);
        assertThat(missed.dueAt()).isEqualTo(tuesday("T13:00"));
    }

    @Test
    void the_last_instant_to_reopen_is_included() {
        Instant resolved = tuesday("T10:00");
        Story inTime = story(new Event.Resolve(resolved), new Event.Reopen(resolved.plus(Duration.ofDays(7))));
        assertThat(Engine.clocks(STANDARD, inTime, resolved.plus(Duration.ofDays(8)))).isNotEmpty();
        Story late = story(new Event.Resolve(resolved), new Event.ClientReply(resolved.plus(Duration.ofDays(7)).plusSeconds(1)));
        assertThatThrownBy(() -> Engine.clocks(STANDARD, late, resolved.plus(Duration.ofDays(8))))
                .isInstanceOfSatisfying(StoryRefused.class, refused -> assertThat(refused.index()).isEqualTo(1))
                .hasMessageContaining("closed");
    }

    @Test
    void what_the_state_of_the_ticket_does_not_allow_is_refused_by_index() {
        refused(0, "not on hold", new Event.Resume(tuesday("T10:00")));
        refused(0, "new", new Event.Reopen(tuesday("T10:00")));
        refused(1, "resolved", new Event.Resolve(tuesday("T10:00")), new Event.Resolve(tuesday("T11:00")));
        refused(1, "resolved", new Event.Resolve(tuesday("T10:00")), new Event.Hold(tuesday("T11:00"), HoldReason.VENDOR, null));
        refused(1, "precedes", new Event.Note(tuesday("T10:00")), new Event.Note(tuesday("T09:59")));
        refused(0, "createdAt", new Event.Note(tuesday("T08:59")));
        refused(0, "now", new Event.Note(tuesday("T18:01")));
        refused(2, "not on hold", new Event.Hold(tuesday("T10:00"), HoldReason.CLIENT, null), new Event.ClientReply(tuesday("T10:00")), new Event.Resume(tuesday("T10:00")));
    }

    @Test
    void a_kind_without_a_target_runs_and_ends_stopped() {
        Promises silent = promising("office", Map.of(Kind.FIRST_RESPONSE, within(Duration.ofHours(1))));
        Clock running = clock(Kind.RESOLUTION, clocks(silent, "T11:00"));
        assertThat(running.promised()).isFalse();
        assertThat(running.state()).isEqualTo(Clock.State.RUNNING);
        assertThat(running.consumedSeconds()).isEqualTo(2 * 3600);
        assertThat(running.dueAt()).isNull();
        Clock stopped = clock(Kind.RESOLUTION, clocks(silent, "T11:00", new Event.Resolve(tuesday("T10:00"))));
        assertThat(stopped.state()).isEqualTo(Clock.State.STOPPED);
        assertThat(stopped.verdict()).isNull();
    }

    @Test
    void each_kind_is_looked_up_alone_from_the_asset_to_the_provider() {
        Policy asset = policy("server", new Match.Asset("SRV-01"), "always", only(Kind.RESOLUTION, within(Duration.ofHours(1))));
        Policy category = policy("onboarding", new Match.Category("onboarding"), "office", only(Kind.FIRST_RESPONSE, new Target.None()));
        Policy standard = policy("standard", new Match.Default(), "office", only(Kind.FIRST_RESPONSE, within(Duration.ofHours(2))));
        Policy fallback = policy("house", new Match.Default(), "night", only(Kind.NEXT_RESPONSE, within(Duration.ofHours(3))));
        Promises promises = new Promises("ACME", promises(asset, category, standard).own(), promises(fallback).own());
        assertThat(promises.of(Kind.RESOLUTION, Priority.P3, "onboarding", "SRV-01").because()).isEqualTo("ACME's policy for asset SRV-01");
        assertThat(promises.of(Kind.FIRST_RESPONSE, Priority.P3, "onboarding", "SRV-01").target()).isEqualTo(new Target.None());
        assertThat(promises.of(Kind.FIRST_RESPONSE, Priority.P3, "email", null).because()).isEqualTo("ACME's default policy");
        assertThat(promises.of(Kind.NEXT_RESPONSE, Priority.P3, "email", null).calendar()).isEqualTo(Office.NIGHT);
        assertThat(promises.of(Kind.NEXT_RESPONSE, Priority.P1, "email", null).target()).isEqualTo(new Target.None());
    }

    @Test
    void days_become_a_budget_when_the_clock_starts() {
        Promises days = promising("office", Map.of(Kind.RESOLUTION, new Target.WithinDays(1)));
        Clock clock = clock(Kind.RESOLUTION, clocks(days, "T10:00"));
        assertThat(clock.targetSeconds()).isEqualTo(16 * 3600);
        assertThat(clock.dueAt()).isEqualTo(at("2026-10-21T17:00"));
    }

    @Test
    void every_clock_says_in_words_how_it_stands() {
        assertThat(resolution("T10:50").words()).isEqualTo("2 h 10 min left, 1 h 50 min of 4 h used");
        assertThat(resolution("T18:00", new Event.Hold(tuesday("T12:10"), HoldReason.CLIENT, null)).words())
                .isEqualTo("stopped 12:10, waiting for client, 3 h 10 min of 4 h used");
        assertThat(resolution("T13:40").words()).isEqualTo("40 min over, 4 h 40 min of 4 h used");
        assertThat(resolution("T12:00", new Event.Resolve(tuesday("T11:00"))).words()).isEqualTo("met 11:00, 2 h of 4 h used");
        Story friday = new Story(Priority.P3, null, null, at("2026-10-23T16:00"), List.of());
        assertThat(clock(Kind.RESOLUTION, Engine.clocks(STANDARD, friday, at("2026-10-24T12:00"))).words())
                .isEqualTo("sleeps until Mon 09:00, 3 h left, 1 h of 4 h used");
    }

    private static Map<Priority, Policy.Row> only(Kind kind, Target target) {
        return Map.of(Priority.P3, new Policy.Row(null, Map.of(kind, target)));
    }

    private static void refused(int index, String word, Event... events) {
        assertThatThrownBy(() -> clocks(STANDARD, "T18:00", events))
                .isInstanceOfSatisfying(StoryRefused.class, refused -> assertThat(refused.index()).isEqualTo(index))
                .hasMessageContaining(word);
    }

    private static Clock first(String now, Event... events) {
        return clock(Kind.FIRST_RESPONSE, clocks(STANDARD, now, events));
    }

    private static Clock resolution(String now, Event... events) {
        return clock(Kind.RESOLUTION, clocks(STANDARD, now, events));
    }

    private static List<Clock> clocks(Promises promises, String now, Event... events) {
        return Engine.clocks(promises, story(events), tuesday(now));
    }

    private static Story story(Event... events) {
        return new Story(Priority.P3, null, null, tuesday("T09:00"), List.of(events));
    }

    private static Instant tuesday(String time) {
        return at("2026-10-20" + time);
    }
}
