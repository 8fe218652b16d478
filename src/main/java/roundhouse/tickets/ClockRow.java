package roundhouse.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import roundhouse.sla.Clock;
import roundhouse.sla.Event;
import roundhouse.sla.Kind;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Row;

/** What the engine said last of one clock, so that reports count without telling every story anew. */
@Entity
@Table(name = "clock")
class ClockRow extends Row {

    @Column(name = "ticket_id", updatable = false)
    private UUID ticketId;
    @Column(updatable = false)
    private int place;
    private String kind;
    private int instance;
    private String priority;
    private boolean promised;
    private String policy;
    @Column(name = "policy_version")
    private Integer policyVersion;
    private String state;
    private String verdict;
    private Long target;
    private Long budget;
    private Long consumed;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "stopped_at")
    private Instant stoppedAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "judged_at")
    private Instant judgedAt;

    protected ClockRow() {
    }

    ClockRow(Key key, UUID ticketId, int place) {
        this.key = key;
        this.ticketId = ticketId;
        this.place = place;
    }

    /** What may change of one that is stored, in the order of {@link ClockRows}' statement. */
    List<Object> values() {
        return Arrays.asList(priority, promised, policy, policyVersion, state, verdict, target, budget, consumed, startedAt, stoppedAt, dueAt, judgedAt);
    }

    /** @return whether it says something else now */
    boolean read(Clock clock) {
        List<Object> before = values();
        this.kind = clock.kind().word();
        this.instance = clock.instance();
        this.priority = clock.priority().name();
        this.promised = clock.promised();
        this.policy = clock.policy().name();
        this.policyVersion = clock.policy().version();
        this.state = clock.state().word();
        this.verdict = clock.verdict() == null ? null : clock.verdict().word();
        this.target = clock.targetSeconds();
        this.budget = clock.budgetSeconds();
        this.consumed = clock.isOpen() ? null : Long.valueOf(clock.consumedSeconds());
        this.startedAt = clock.startedAt();
        this.stoppedAt = clock.stoppedAt();
        this.dueAt = clock.dueAt();
        this.judgedAt = judgedAt(clock);
        return !before.equals(values());
    }

    UUID ticketId() {
        return ticketId;
    }

    int place() {
        return place;
    }

    Kind kind() {
        return Kind.of(kind);
    }

    int instance() {
        return instance;
    }

    Instant dueAt() {
        return dueAt;
    }

    boolean isMissed() {
        return "missed".equals(verdict);
    }

    /** The clock with the verdict that stands here, unless what happens now withdraws it. */
    Clock keepsVerdict(Clock told, List<Event> happening) {
        boolean same = verdict == null || told.verdict() != null && told.verdict().word().equals(verdict) && (!isMissed() || Objects.equals(dueAt, told.dueAt()));
        if (same || happening.stream().anyMatch(this::isWithdrawnBy)) {
            return told;
        }
        Clock promised = told.promised() ? told : told.promising(target, budget);
        if (!isMissed()) {
            return promised.judged(Clock.Verdict.MET, Clock.State.MET, stoppedAt, dueAt);
        }
        return promised.judged(Clock.Verdict.MISSED, endOf(told), told.stoppedAt(), dueAt);
    }

    /** Whatever ends late is missed, also where the story told anew knows of no promise. */
    private static Clock.State endOf(Clock told) {
        return told.state() == Clock.State.MET || told.state() == Clock.State.STOPPED ? Clock.State.MISSED : told.state();
    }

    private boolean isWithdrawnBy(Event event) {
        boolean reopens = event instanceof Event.Reopen || event instanceof Event.ClientReply;
        return event instanceof Event.MergeUndone || reopens && !isMissed() && kind() == Kind.RESOLUTION;
    }

    /** Whether the same clock, still to be judged, is due at another instant. */
    boolean isMovedBy(Clock clock) {
        return verdict == null && stoppedAt == null && dueAt != null && clock.dueAt() != null && !dueAt.equals(clock.dueAt())
                && priority.equals(clock.priority().name());
    }

    boolean isOfAnotherPolicyThan(Clock clock) {
        return !Objects.equals(policy, clock.policy().name()) || !Objects.equals(policyVersion, clock.policy().version());
    }

    /** The earlier of stop and due, once there is a verdict. */
    static Instant judgedAt(Clock clock) {
        if (clock.verdict() == null) {
            return null;
        }
        boolean stoppedInTime = clock.stoppedAt() != null && (clock.dueAt() == null || clock.stoppedAt().isBefore(clock.dueAt()));
        return stoppedInTime ? clock.stoppedAt() : clock.dueAt();
    }
}
