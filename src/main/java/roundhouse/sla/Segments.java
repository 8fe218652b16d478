package roundhouse.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The life of a clock cut into what ran, what slept outside the hours and what was paused. */
final class Segments {
    private final List<Segment> segments = new ArrayList<>();

    void addAwake(Calendar calendar, Span stretch) {
        Instant asleep = stretch.from();
        for (Span open : calendar.open(stretch.from(), stretch.to())) {
            add(asleep, open.from(), Segment.State.ASLEEP, null);
            add(open.from(), open.to(), Segment.State.RUNNING, null);
            asleep = open.to();
        }
        add(asleep, stretch.to(), Segment.State.ASLEEP, null);
    }

    /** @param end of one that lasts */
    void addPause(Run.Pause pause, Instant end) {
        add(pause.from(), pause.to() == null ? end : pause.to(), Segment.State.PAUSED, pause.reason());
    }

    private void add(Instant from, Instant to, Segment.State state, String reason) {
        if (!from.isBefore(to)) {
            return;
        }
        long used = state == Segment.State.RUNNING ? to.getEpochSecond() - from.getEpochSecond() : 0;
        segments.add(new Segment(from, to, state, reason, used));
    }

    /** In order. A pause of no length, and an edit, leaves two halves of one segment beside each other. */
    List<Segment> united() {
        segments.sort(Comparator.comparing(Segment::from));
        List<Segment> united = new ArrayList<>();
        for (Segment next : segments) {
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
