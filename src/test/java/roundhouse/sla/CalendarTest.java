package roundhouse.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.sla.Office.at;
import static roundhouse.sla.Office.calendar;
import static roundhouse.sla.Office.everyDay;
import static roundhouse.sla.Office.window;
import static roundhouse.sla.Office.workdays;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarTest {

    @Test
    void an_opening_that_the_clock_skips_is_the_first_instant_after_the_gap() {
        Calendar early = calendar("early", Office.BERLIN, everyDay(window("02:30-04:00")));
        assertThat(early.businessSeconds(at("2026-03-29T00:00"), at("2026-03-29T12:00"))).isEqualTo(3600);
    }

    @Test
    void a_window_inside_the_gap_does_not_exist() {
        Calendar early = calendar("early", Office.BERLIN, everyDay(window("02:00-03:00")));
        assertThat(early.businessSeconds(at("2026-03-29T00:00"), at("2026-03-29T12:00"))).isZero();
        assertThat(early.closingAfter(at("2026-03-28T02:30"), 1)).contains(at("2026-03-30T03:00"));
    }

    @Test
    void an_ambiguous_hour_opens_at_its_first_and_closes_at_its_second_showing() {
        Calendar early = calendar("early", Office.BERLIN, everyDay(window("02:15-02:45")));
        assertThat(early.open(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T22:00:00Z")))
                .containsExactly(new Span(Instant.parse("2026-10-25T00:15:00Z"), Instant.parse("2026-10-25T01:45:00Z")));
    }

    @Test
    void windows_that_meet_in_the_ambiguous_hour_count_no_second_twice() {
        Calendar early = calendar("early", Office.BERLIN, everyDay(window("01:00-02:30"), window("02:30-04:00")));
        assertThat(early.businessSeconds(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T22:00:00Z"))).isEqualTo(4 * 3600);
    }

    @Test
    void round_the_clock_has_no_edges_even_over_new_year() {
        Calendar always = calendar("always", ZoneId.of("America/Havana"), everyDay(window("00:00-24:00")));
        Instant from = Instant.parse("2025-06-01T00:00:00Z");
        Instant to = Instant.parse("2027-06-01T00:00:00Z");
        assertThat(always.open(from, to)).containsExactly(new Span(from, to));
        assertThat(always.businessSeconds(from, to)).isEqualTo(730 * 86_400L);
    }

    @Test
    void a_day_that_never_was_has_no_hours() {
        Calendar apia = calendar("apia", ZoneId.of("Pacific/Apia"), everyDay(window("09:00-17:00")));
        assertThat(apia.businessSeconds(Instant.parse("2011-12-29T10:00:00Z"), Instant.parse("2012-01-01T10:00:00Z"))).as("the 29th, the 31st and New Year").isEqualTo(3 * 8 * 3600);
    }

    @Test
    void holidays_half_days_and_extra_days_stand_instead_of_the_week() {
        Calendar office = calendar("office", Office.BERLIN, workdays(window("09:00-17:00")),
                Map.of(MonthDay.of(12, 25), List.of(), MonthDay.of(12, 24), List.of(window("09:00-12:00"))),
                Map.of(LocalDate.of(2026, 12, 26), List.of(window("10:00-11:00"))));
        assertThat(office.businessSeconds(at("2026-12-24T00:00"), at("2026-12-25T00:00"))).isEqualTo(3 * 3600);
        assertThat(office.businessSeconds(at("2026-12-25T00:00"), at("2026-12-26T00:00"))).isZero();
        assertThat(office.businessSeconds(at("2026-12-26T00:00"), at("2026-12-27T00:00"))).isEqualTo(3600);
    }

    @Test
    void a_holiday_takes_the_night_that_opens_on_it_and_not_the_night_before() {
        Calendar night = calendar("night", Office.BERLIN, everyDay(window("22:00-06:00")), Map.of(), Map.of(LocalDate.of(2026, 11, 10), List.of()));
        assertThat(night.isOpen(at("2026-11-10T05:00"))).isTrue();
        assertThat(night.isOpen(at("2026-11-10T23:00"))).isFalse();
        assertThat(night.isOpen(at("2026-11-11T05:00"))).isFalse();
    }

    @Test
    void what_is_used_up_at_closing_time_is_due_at_closing_time() {
        assertThat(Office.OFFICE.addBusiness(at("2026-10-20T16:00"), 3600)).contains(at("2026-10-20T17:00"));
        assertThat(Office.OFFICE.addBusiness(at("2026-10-20T18:00"), 0)).contains(at("2026-10-20T18:00"));
        assertThat(Office.OFFICE.isOpen(at("2026-10-20T17:00"))).isFalse();
        assertThat(Office.OFFICE.isOpen(at("2026-10-20T09:00"))).isTrue();
    }

    @Test
    void it_opens_next_where_people_expect_it() {
        assertThat(Office.OFFICE.opensNext(at("2026-10-23T17:00"))).contains(at("2026-10-26T09:00"));
        assertThat(Office.OFFICE.opensNext(at("2026-10-23T16:59"))).contains(at("2026-10-23T16:59"));
    }

    @Test
    void days_end_with_the_last_closing_of_the_nth_business_day() {
        assertThat(Office.LUNCH.closingAfter(at("2026-10-23T12:30"), 1)).as("lunch break on Friday").contains(at("2026-10-26T17:00"));
        assertThat(Office.OFFICE.closingAfter(at("2026-10-23T18:00"), 1)).as("Friday evening counts as Monday").contains(at("2026-10-27T17:00"));
        assertThat(Office.OFFICE.closingAfter(at("2026-10-23T08:00"), 2)).as("before opening").contains(at("2026-10-27T17:00"));
        assertThat(Office.NIGHT.closingAfter(at("2026-10-23T03:00"), 1)).as("inside last night's window").contains(at("2026-10-24T06:00"));
    }

    @Test
    void a_calendar_without_hours_answers_that_it_never_opens() {
        Calendar never = calendar("never", Office.BERLIN, Map.of());
        assertThat(never.opensNext(at("2026-10-23T08:00"))).isEmpty();
        assertThat(never.addBusiness(at("2026-10-23T08:00"), 1)).isEmpty();
        assertThat(never.closingAfter(at("2026-10-23T08:00"), 1)).isEmpty();
        assertThat(never.open(at("2026-10-23T08:00"), at("2026-10-24T08:00"))).isEmpty();
    }
}
