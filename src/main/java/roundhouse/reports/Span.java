package roundhouse.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** @param end the first instant after it */
record Span(Instant begin, Instant end) {

    /** What of this is in none of the others. @param others in order, not overlapping */
    List<Span> without(List<Span> others) {
        List<Span> left = new ArrayList<>();
        Instant from = begin;
        for (Span other : others) {
            if (other.end.isAfter(from) && other.begin.isBefore(end)) {
                if (other.begin.isAfter(from)) {
                    left.add(new Span(from, other.begin));
                }
                from = other.end;
            }
        }
        if (from.isBefore(end)) {
            left.add(new Span(from, end));
        }
        return left;
    }

    boolean overlaps(Span other) {
        return begin.isBefore(other.end) && other.begin.isBefore(end);
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(begin) && instant.isBefore(end);
    }
}
