package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The life of a clock cut into what ran, what slept outside the hours and what was paused. */
final class Segments {
    private Segments() {
    }

    static List<Segment> of(Calendar calendar, List<Span> stretches, List<Run.Pause> pauses, Instant end) {
        List<Segment> segments = new ArrayList<>();
        for (Span stretch : stretches) {
            addAwake(segments, calendar, stretch);
        }
        for (Run.Pause pause : pauses) {
            Instant to = pause.to() == null ? end : pause.to();
            add(segments, pause.from(), to, Segment.State.PAUSED, pause.reason());
        }
        segments.sort(Comparator.comparing(Segment::from));
        return united(segments);
    }

    private static void addAwake(List<Segment> segments, Calendar calendar, Span stretch) {
        Instant asleep = stretch.from();
        for (Span open : calendar.open(stretch.from(), stretch.to())) {
            add(segments, asleep, open.from(), Segment.State.ASLEEP, null);
            add(segments, open.from(), open.to(), Segment.State.RUNNING, null);
            asleep = open.to();
        }
        add(segments, asleep, stretch.to(), Segment.State.ASLEEP, null);
    }

    private static void add(List<Segment> segments, Instant from, Instant to, Segment.State state, String reason) {
        if (!from.isBefore(to)) {
            return;
        }
        long used = state == Segment.State.RUNNING ? to.getEpochSecond() - from.getEpochSecond() : 0;
        segments.add(new Segment(from, to, state, reason, used));
    }

    /** A pause of no length leaves two halves of one segment beside each other. */
    private static List<Segment> united(List<Segment> sorted) {
        List<Segment> united = new ArrayList<>();
        for (Segment next : sorted) {
            Segment last = united.isEmpty() ? null : united.get(united.size() - 1);
            boolean goesOn = last != null && last.state() == next.state() && Objects.equals(last.reason(), next.reason());
            if (goesOn) {
                united.set(united.size() - 1, new Segment(last.from(), next.to(), last.state(), last.reason(), last.businessSeconds() + next.businessSeconds()));
            } else {
                united.add(next);
            }
        }
        return List.copyOf(united);
    }
}
