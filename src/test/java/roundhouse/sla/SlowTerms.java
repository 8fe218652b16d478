package roundhouse.sla;

import java.util.Map;

/** The oracle's reading of two policies, one of a category and one for the rest. @param since epoch seconds, from when they stand */
record SlowTerms(long since, Policy special, Policy usual, Map<String, SlowCalendar> calendars) {

    Policy rules(Kind kind, Priority priority, String category) {
        if (!"special".equals(category)) return usual;
        if (speaks(special, kind, priority) || !speaks(usual, kind, priority)) return special;
        return usual;
    }

    Target target(Kind kind, Priority priority, String category) {
        Policy policy = rules(kind, priority, category);
        return speaks(policy, kind, priority) ? policy.rows().get(priority).targets().get(kind) : null;
    }

    SlowCalendar calendar(Kind kind, Priority priority, String category) {
        Policy policy = rules(kind, priority, category);
        Policy.Row row = policy.rows().get(priority);
        return calendars.get(row == null || row.calendar() == null ? policy.calendar() : row.calendar());
    }

    private static boolean speaks(Policy policy, Kind kind, Priority priority) {
        return policy.rows().containsKey(priority) && policy.rows().get(priority).targets().containsKey(kind);
    }
}
