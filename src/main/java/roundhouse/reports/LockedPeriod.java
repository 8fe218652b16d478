package roundhouse.reports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A period of one client whose figures stand for good. @param to included */
public record LockedPeriod(UUID id, LocalDate from, LocalDate to, @JsonIgnore Instant begins, @JsonIgnore Instant ends, Instant lockedAt, String lockedBy) {

    Span span() {
        return new Span(begins, ends);
    }

    boolean isExactly(Period period) {
        return from.equals(period.from()) && to.equals(period.to());
    }

    SlaReport.Lock lock() {
        return new SlaReport.Lock(lockedAt, lockedBy);
    }
}
