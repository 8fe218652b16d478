package roundhouse.tickets;

import static roundhouse.tickets.Status.CLOSED;
import static roundhouse.tickets.Status.NEW;
import static roundhouse.tickets.Status.OPEN;
import static roundhouse.tickets.Status.PENDING;
import static roundhouse.tickets.Status.RESOLVED;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;
import roundhouse.identity.By;
import roundhouse.identity.Person;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Row;
import roundhouse.tenancy.Side;
import roundhouse.web.Refused;

/** A client's request, and the rules of its life. Each verb says in the refusal in which state the ticket is. */
@Entity
public class Ticket extends Row {

    private int number;
    private String subject;
    @Enumerated(EnumType.STRING)
    private Status status;
    @Enumerated(EnumType.STRING)
    private Priority priority;
    private String category;
    private Tier tier;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "requester_id")
    private Person requester;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "assignee_id")
    private Person assignee;
    private String asset;
    private String fields;
    private String channel;
    @Embedded
    private Hold hold;
    @Column(name = "answered_last")
    private String answeredLast;
    @Embedded
    private Resolution resolution;
    @Column(name = "resolved_at")
    private Instant resolvedAt;
    @Column(name = "reopen_until")
    private Instant reopenUntil;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "due_kind")
    private String dueKind;
    @Column(name = "attention_at")
    private Instant attentionAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "born_priority", updatable = false)
    private Priority bornPriority;
    @Column(name = "born_category", updatable = false)
    private String bornCategory;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Ticket() {
    }

    /** Born new: nobody has it yet, and the client spoke last. */
    Ticket(Key key, int number, Submission submission, Priority priority, Tier tier, Person requester, By by) {
        this.key = key;
        this.number = number;
        this.subject = submission.subject().strip();
        this.status = NEW;
        this.priority = priority;
        this.bornPriority = priority;
        this.category = submission.category();
        this.bornCategory = submission.category();
        this.tier = tier;
        this.requester = requester;
        this.asset = submission.asset();
        this.fields = submission.fieldsAsText();
        this.channel = by.channel().word();
        this.answeredLast = Side.CLIENT.word();
        this.createdAt = by.at();
        this.updatedAt = by.at();
    }

    /** Staff may add a word to what is resolved; the client's word reopens it. */
    void replied(By by) {
        aliveOr("A reply");
        if (by.isStaff()) {
            touchedByStaff(by);
            answeredLast = Side.STAFF.word();
            return;
        }
        if (status == RESOLVED) {
            reopened(by);
        }
        if (isWaitingForClient()) {
            resumed(by);
        }
        answeredLast = Side.CLIENT.word();
        updatedAt = by.at();
    }

    /** A note or time: what staff do beside the conversation. */
    void noted(By by) {
        aliveOr("A note");
        touchedByStaff(by);
    }

    private void touchedByStaff(By by) {
        if (status == NEW) {
            status = OPEN;
        }
        updatedAt = by.at();
    }

    void called(By by) {
        aliveOr("A call");
        touchedByStaff(by);
        answeredLast = Side.STAFF.word();
    }

    /** @param assignee null gives it back to the tier */
    void assigned(Person assignee, By by) {
        unfinishedOr("An assignment");
        this.assignee = assignee;
        touchedByStaff(by);
    }

    void prioritised(Priority priority, By by) {
        unfinishedOr("A change of priority");
        this.priority = Objects.requireNonNull(priority);
        touchedByStaff(by);
    }

    void categorised(String category, By by) {
        unfinishedOr("A change of category");
        this.category = category;
        touchedByStaff(by);
    }

    void held(Hold hold, By by) {
        unfinishedOr("A hold");
        if (hold.until() != null && !hold.until().isAfter(by.at())) {
            throw Refused.field("until", "A hold ends in the future; this one would have ended already. Give a later time or none.");
        }
        boolean asks = hold.asks();
        if (hold.reason() == HoldReason.CLIENT && !asks && !answeredLast.equals(Side.STAFF.word())) {
            throw Refused.field("question", "The client does not know yet what you wait for: ask the question that they must answer.");
        }
        touchedByStaff(by);
        if (asks) {
            answeredLast = Side.STAFF.word();
        }
        this.hold = hold;
        this.status = PENDING;
    }

    void resumed(By by) {
        if (status != PENDING) {
            throw new Refused("There is no hold to end: the ticket is " + status.word() + ".");
        }
        hold = null;
        status = OPEN;
        updatedAt = by.at();
    }

    void resolved(Resolution resolution, Instant reopenUntil, By by) {
        unfinishedOr("A resolution");
        this.hold = null;
        this.resolution = resolution;
        this.resolvedAt = by.at();
        this.reopenUntil = reopenUntil;
        this.status = RESOLVED;
        this.answeredLast = Side.STAFF.word();
        this.updatedAt = by.at();
    }

    void reopened(By by) {
        if (status != RESOLVED) {
            throw new Refused("Only a resolved ticket can be reopened; this one is " + status.word() + ". Please ask anew and mention the old one.");
        }
        if (by.at().isAfter(reopenUntil)) {
            throw new Refused("The time to reopen ended at " + reopenUntil + ". Please ask anew and mention the old one.");
        }
        this.resolution = null;
        this.resolvedAt = null;
        this.reopenUntil = null;
        this.status = OPEN;
        this.answeredLast = by.side().word().equals(Side.CLIENT.word()) ? Side.CLIENT.word() : answeredLast;
        this.updatedAt = by.at();
    }

    void closed(By by) {
        if (status != RESOLVED) {
            throw new Refused("Only a resolved ticket closes; this one is " + status.word() + ".");
        }
        this.status = CLOSED;
        this.updatedAt = by.at();
    }

    /** What the engine says is due next. @param dueAt null for nothing */
    void due(Instant dueAt, String dueKind) {
        this.dueAt = dueAt;
        this.dueKind = dueKind;
    }

    /** What time alone brings: a hold ends, a resolved ticket closes. The instant at which that happened, null if nothing did. */
    Instant overtakenBy(Instant now) {
        if (status == PENDING && hold.until() != null && !hold.until().isAfter(now)) {
            return hold.until();
        }
        return status == RESOLVED && now.isAfter(reopenUntil) ? reopenUntil : null;
    }

    /** @param attentionAt when time alone will bring something next, null for never */
    void attention(Instant attentionAt) {
        this.attentionAt = attentionAt;
    }

    boolean wantsAttention(Instant now) {
        return attentionAt != null && !attentionAt.isAfter(now);
    }

    boolean isWaitingForClient() {
        return status == PENDING && hold.reason() == HoldReason.CLIENT;
    }

    private void unfinishedOr(String what) {
        aliveOr(what);
        if (status == RESOLVED) {
            throw new Refused(what + " needs a ticket that is new, open or pending; this one is resolved. Reopen it first.");
        }
    }

    private void aliveOr(String what) {
        if (!status.isUnfinished() && status != RESOLVED) {
            throw new Refused(what + " comes too late: the ticket is " + status.word() + ". Please ask anew and mention it.");
        }
    }

    public int number() {
        return number;
    }

    public String subject() {
        return subject;
    }

    public Status status() {
        return status;
    }

    public Priority priority() {
        return priority;
    }

    Priority bornPriority() {
        return bornPriority;
    }

    String bornCategory() {
        return bornCategory;
    }

    /** Slug of a category of the catalogue, or null. */
    public String category() {
        return category;
    }

    public Tier tier() {
        return tier;
    }

    public Person requester() {
        return requester;
    }

    public Person assignee() {
        return assignee;
    }

    /** Tag, or null. */
    public String asset() {
        return asset;
    }

    /** The answers to the category's fields as JSON, or null. */
    public String fields() {
        return fields;
    }

    public String channel() {
        return channel;
    }

    public Hold hold() {
        return hold;
    }

    public Side answeredLast() {
        return Side.of(answeredLast);
    }

    public Resolution resolution() {
        return resolution;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    public Instant reopenUntil() {
        return reopenUntil;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public String dueKind() {
        return dueKind;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
