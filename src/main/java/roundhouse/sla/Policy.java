package roundhouse.sla;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One immutable version of what is promised.
 *
 * @param calendar     name of the calendar of all rows that name none of their own
 * @param reopenWithin elapsed time from resolving in which the ticket can be reopened, the end included
 * @param grace        business time left at least when the priority rises
 * @param longestHold  elapsed time after which a hold ends by itself; null: never
 * @param pauses       the holds that pause {@link Kind#RESOLUTION}
 */
public record Policy(String name, int version, String calendar, Match match, Duration reopenWithin, Duration grace,
                     Duration longestHold, Set<HoldReason> pauses, Map<Priority, Row> rows, List<Warning> warnings) {

    public static final Duration REOPEN_WITHIN = Duration.ofDays(7);
    public static final Duration GRACE = Duration.ofMinutes(30);
    public static final Set<HoldReason> PAUSES = Set.of(HoldReason.CLIENT);

    /** The promises for one priority. @param calendar null: the policy's */
    public record Row(String calendar, Map<Kind, Target> targets) {
        public Row {
            targets = Map.copyOf(targets);
        }
    }

    public Policy {
        pauses = Set.copyOf(pauses);
        rows = Map.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    Policy numbered(int number) {
        return new Policy(name, number, calendar, match, reopenWithin, grace, longestHold, pauses, rows, warnings);
    }

    Optional<Target> target(Kind kind, Priority priority) {
        return Optional.ofNullable(rows.get(priority)).map(row -> row.targets().get(kind));
    }

    String calendarFor(Priority priority) {
        Row row = rows.get(priority);
        return row == null || row.calendar() == null ? calendar : row.calendar();
    }
}
