package roundhouse.sla;

import java.util.BitSet;
import java.util.Optional;

/** The oracle's clock: counts second by second from its start to its end. All instants in epoch seconds. */
final class SlowClock {
    final Kind kind;
    final int instance;
    final SlowCalendar calendar;
    final Target target;
    final BitSet paused = new BitSet();
    Policy rules;
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
    private Optional<Long> targetOf;
    private long targetFrom;

    SlowClock(Kind kind, int instance, SlowCalendar calendar, Target target, long start) {
        this.kind = kind;
        this.instance = instance;
        this.calendar = calendar;
        this.target = target;
        this.start = start;
    }

    SlowClock copyUntil(long at) {
        SlowClock copy = new SlowClock(kind, instance, calendar, target, start);
        copy.paused.or(paused);
        copy.rules = rules;
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

    Long target() {
        if (targetOf == null || targetFrom != start) {
            targetOf = Optional.ofNullable(reckonTarget());
            targetFrom = start;
        }
        return targetOf.orElse(null);
    }

    private Long reckonTarget() {
        if (target instanceof Target.Within within) return within.businessTime().toSeconds();
        if (!(target instanceof Target.WithinDays days)) return null;
        long closing = calendar.closingAfterDays(start, days.days());
        if (closing < 0) throw new OutOfRange();
        long seconds = 0;
        for (long second = start; second < closing; second++) if (calendar.isOpen(second)) seconds++;
        return seconds;
    }

    Long budget() {
        Long target = target();
        if (target == null || graceAt == null) return target;
        long used = 0;
        for (long second = start; second < graceAt; second++) if (calendar.isOpen(second) && !isPaused(second)) used++;
        return Math.max(target, used + grace);
    }

    /** @param from the second that is bit 0 of {@link #paused} */
    void walk(long from, long now) {
        base = from;
        Long budget = budget();
        long end = stop < 0 ? now : stop;
        consumed = 0;
        due = null;
        missed = inherited != null;
        pattern = new StringBuilder();
        char last = ' ';
        for (long second = start; second < end; second++) {
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
        long used = consumed;
        long second = from;
        while (used < budget) {
            if (!calendar.knows(second)) return -1;
            if (calendar.isOpen(second)) used++;
            second++;
        }
        return second;
    }

    static final class OutOfRange extends RuntimeException { }
}
