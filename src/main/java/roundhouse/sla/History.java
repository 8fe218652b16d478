package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All versions of the terms of one party, oldest first. */
record History(List<Dated<Calendar>> calendars, List<Dated<Policy>> policies) {

    record Dated<T>(String name, T thing, Instant since) { }

    /** What stood at the instant; before there was anything, what came first. */
    Terms at(Instant instant) {
        Instant first = first(instant);
        Map<String, Calendar> calendarsThen = new HashMap<>();
        calendars.stream().filter(version -> !version.since().isAfter(first)).forEach(version -> calendarsThen.put(version.name(), version.thing()));
        Map<String, Policy> policiesThen = new LinkedHashMap<>();
        policies.stream().filter(version -> !version.since().isAfter(first)).forEach(version -> {
            // what came last stands last, so that of two that match alike the newer wins
            policiesThen.remove(version.name());
            policiesThen.put(version.name(), version.thing());
        });
        List<Policy> newestFirst = new ArrayList<>(policiesThen.values());
        Collections.reverse(newestFirst);
        return new Terms(calendarsThen, newestFirst);
    }

    Stream<Instant> edits() {
        return Stream.concat(calendars.stream().map(Dated::since), policies.stream().map(Dated::since));
    }

    private Instant first(Instant instant) {
        List<Instant> beginnings = new ArrayList<>();
        calendars.stream().limit(1).forEach(version -> beginnings.add(version.since()));
        policies.stream().limit(1).forEach(version -> beginnings.add(version.since()));
        return beginnings.stream().filter(beginning -> beginning.isAfter(instant)).max(Instant::compareTo).orElse(instant);
    }
}
