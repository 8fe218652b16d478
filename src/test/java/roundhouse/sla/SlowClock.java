package roundhouse.sla;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The oracle's clock: counts second by second from its start to its end. All instants in epoch seconds. */
final class SlowClock {
    final Kind kind;
    final int instance;
    final List<SlowEra> eras = new ArrayList<>();
    final BitSet paused = new BitSet();
    long start;
    /** From when holds pause it: the start, or when it succeeded another. */
    long born;
    long stop = -1;
    String ended;
    Long graceAt;
    long grace;
    Long inherited;

    long consumed;
    Long due;
    boolean missed;
    /** The due instant that was missed, also while nothing is promised. */
    Long handed;
    StringBuilder pattern;
    private long base;

    SlowClock(Kind kind, int instance, SlowEra era, long start) {
        this.kind = kind;
        this.instance = instance;
        this.start = start;
        eras.add(era);
    }

    SlowClock copyUntil(long at) {
        SlowClock copy = new SlowClock(kind, instance, eras.get(0), start);
        copy.eras.addAll(eras.subList(1, eras.size()));
        copy.paused.or(paused);
        copy.born = born;
        copy.stop = at;
        copy.graceAt = graceAt;
        copy.grace = grace;
        copy.inherited = inherited;
        return copy;
    }

    SlowClock open() {
        stop = -1;
        return this;
    }

    SlowEra lastEra() {
        return eras.get(eras.size() - 1);
    }

    private int era(long second) {
        if (eras.size() == 1) return 0;
        int found = 0;
        for (int place = 1; place < eras.size(); place++) if (eras.get(place).since() <= second) found = place;
        return found;
    }

    private long endOf(int era) {
        return era + 1 < eras.size() ? eras.get(era + 1).since() : Long.MAX_VALUE;
    }

    private boolean isOpen(long second) {
        return eras.get(era(second)).calendar().isOpen(second);
    }

    /** As it is promised at its end. */
    Long target(long now) {
        return target(era(stop < 0 ? now : stop));
    }

    Long budget(long now) {
        return budget(era(stop < 0 ? now : stop));
    }

    private Long target(int place) {
        SlowEra era = eras.get(place);
        if (place > 0 && era.countsLike(eras.get(place - 1))) return target(place - 1);
        if (era.target() instanceof Target.Within within) return within.businessTime().toSeconds();
        if (!(era.target() instanceof Target.WithinDays days)) return null;
        long closing = era.calendar().closingAfterDays(start, days.days());
        if (closing < 0) throw new OutOfRange();
        long from = place == 0 ? start : era.since();
        long seconds = place == 0 ? 0 : used(from);
        for (long second = from; second < closing; second++) if (era.calendar().isOpen(second)) seconds++;
        return seconds;
    }

    private long used(long until) {
        long used = 0;
        for (long second = start; second < until; second++) if (isOpen(second) && !isPaused(second)) used++;
        return used;
    }

    private Long budget(int era) {
        Long target = target(era);
        if (target == null || graceAt == null) return target;
        return Math.max(target, used(graceAt) + grace);
    }

    /** @param from the second that is bit 0 of {@link #paused} */
    void walk(long from, long now) {
        base = from;
        long end = stop < 0 ? now : stop;
        int era = era(start);
        long eraEnds = endOf(era);
        SlowCalendar calendar = eras.get(era).calendar();
        Long budget = budget(era);
        consumed = 0;
        due = null;
        missed = inherited != null;
        pattern = new StringBuilder();
        char last = ' ';
        for (long second = start; second < end; second++) {
            if (second == eraEnds) {
                era = era(second);
                eraEnds = endOf(era);
                calendar = eras.get(era).calendar();
                budget = budget(era);
            }
            char state = isPaused(second) ? 'p' : calendar.isOpen(second) ? 'r' : 'a';
            if (state == 'p') {
                if (!missed) due = null;
            } else {
                if (budget != null && due == null && consumed >= budget) due = second;
                if (due != null) missed = true;
                if (state == 'r') consumed++;
            }
            if (state != last) pattern.append(second).append(state).append(' ');
            last = state;
        }
        if (era(end) != era) budget = budget(era(end));
        if (inherited != null) due = inherited;
        handed = missed ? due : null;
        if (budget == null) {
            missed = false;
            due = null;
            return;
        }
        if (due == null) due = foresee(end, budget);
        if (stop < 0 && isPaused(end) && !missed) due = null;
    }

    boolean isPaused(long second) {
        return second >= base && paused.get((int) (second - base));
    }

    void base(long first) {
        base = first;
    }

    private long foresee(long from, long budget) {
        SlowCalendar promised = eras.get(era(from)).calendar();
        long used = consumed;
        long second = from;
        while (used < budget) {
            if (!promised.knows(second)) return -1;
            if (promised.isOpen(second)) used++;
            second++;
        }
        return second;
    }

    static final class OutOfRange extends RuntimeException { }
}
