package roundhouse.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import roundhouse.identity.By;
import roundhouse.tenancy.Tenant;

/** Draws up the report of the client of the open unit of work: as it was given where the period is locked, else as it stands now. */
@ApplicationScoped
class SlaReports {

    private final JudgedClocks judged;
    private final MissedClocks missed;
    private final Corrections corrections;
    private final LoweredPriorities lowered;
    private final LockedPeriods locks;

    SlaReports(JudgedClocks judged, MissedClocks missed, Corrections corrections, LoweredPriorities lowered, LockedPeriods locks) {
        this.judged = judged;
        this.missed = missed;
        this.corrections = corrections;
        this.lowered = lowered;
        this.locks = locks;
    }

    SlaReport of(Tenant client, Period period, Instant now) {
        return of(client, period, Integer.MAX_VALUE, now);
    }

    /** @param most so many missed clocks are listed, the latest */
    SlaReport of(Tenant client, Period period, int most, Instant now) {
        List<LockedPeriod> locked = locks.all();
        Optional<LockedPeriod> same = locked.stream().filter(lock -> lock.isExactly(period)).findFirst();
        return (same.isPresent() ? locks.given(same.get()) : drawUp(client, period, locked, most, now)).listing(most);
    }

    /** What is given now stands for good. */
    SlaReport lock(Tenant client, Period period, By by) {
        LockedPeriod lock = locks.claim(period, by);
        SlaReport given = of(client, period, by.at());
        locks.keep(lock, given, by);
        judged.lock(lock, by.at());
        return given.locked(lock.lock());
    }

    private SlaReport drawUp(Tenant client, Period period, List<LockedPeriod> locked, int most, Instant now) {
        List<Span> open = period.span().without(locked.stream().map(LockedPeriod::span).toList());
        Instant lockedUntil = locked.isEmpty() ? Instant.EPOCH : locked.get(locked.size() - 1).ends();
        Tally tally = new Tally();
        List<SlaReport.Missed> misses = new ArrayList<>();
        for (Span span : open) {
            judged.count(span, lockedUntil, now, tally);
            misses.addAll(missed.in(span, most, client, now));
        }
        List<LockedPeriod> within = locked.stream().filter(lock -> lock.span().overlaps(period.span())).toList();
        if (!within.isEmpty()) {
            judged.countLocked(period.span(), tally);
            within.forEach(lock -> locks.given(lock).missed().stream().filter(miss -> period.span().holds(miss.dueAt())).forEach(misses::add));
        }
        misses.sort(Comparator.comparing(SlaReport.Missed::dueAt).thenComparing(SlaReport.Missed::ref));
        return new SlaReport(client.slug(), period.from(), period.to(), period.zone().getId(), tally.rows(), judged.apart(period.span(), tally.excluded()),
                misses, locked.isEmpty() ? List.of() : corrections.of(client, open, lockedUntil),
                lowered.in(client, period.span()), null);
    }
}
