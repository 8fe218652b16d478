package roundhouse.tickets;

import static roundhouse.tickets.Status.CANCELLED;
import static roundhouse.tickets.Status.CLOSED;
import static roundhouse.tickets.Status.MERGED;
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
import java.util.UUID;
import roundhouse.identity.By;
import roundhouse.identity.Person;
import roundhouse.sla.CancelReason;
import roundhouse.sla.HoldReason;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Side;
import roundhouse.web.Refused;

/** A client's request, and the rules of its life. Each verb says in the refusal in which state the ticket is. */
@Entity
public class Ticket extends Asked {

    @Enumerated(EnumType.STRING)
    private Status status;
    @Enumerated(EnumType.STRING)
    private Priority priority;
    private String category;
    private Tier tier;
    private String vendor;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "assignee_id")
    private Person assignee;
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
    @Embedded
    private Merger merger;
    @Enumerated(EnumType.STRING)
    @Column(name = "cancel_reason")
    private CancelReason cancelReason;
    @Column(updatable = false)
    private UUID origin;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "due_kind")
    private String dueKind;
    @Column(name = "attention_at")
    private Instant attentionAt;
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Ticket() {
    }

    /** Born new: nobody has it yet, and the client spoke last. */
    Ticket(Key key, int number, Submission submission, Priority priority, Tier tier, Person requester, By by) {
        super(key, number, submission, priority, requester, by);
        this.status = NEW;
        this.priority = priority;
        this.category = submission.category();
        this.tier = tier;
        this.answeredLast = Side.CLIENT.word();
        this.updatedAt = by.at();
    }

    /** Staff may add a word to what is resolved; the client's word reopens it. */
    void replied(By by) {
        status.conversingOr("A reply");
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
        status.conversingOr("A note");
        touchedByStaff(by);
    }

    private void touchedByStaff(By by) {
        if (status == NEW) {
            status = OPEN;
        }
        updatedAt = by.at();
    }

    void called(By by) {
        status.conversingOr("A call");
        touchedByStaff(by);
        answeredLast = Side.STAFF.word();
    }

    /** @param assignee null gives it back to the tier */
    void assigned(Person assignee, By by) {
        status.unfinishedOr("An assignment");
        this.assignee = assignee;
        touchedByStaff(by);
    }

    void prioritised(Priority priority, By by) {
        status.unfinishedOr("A change of priority");
        this.priority = Objects.requireNonNull(priority);
        touchedByStaff(by);
    }

    void categorised(String category, By by) {
        status.unfinishedOr("A change of category");
        this.category = category;
        touchedByStaff(by);
    }

    void handedOver(Handover handover, By by) {
        status.unfinishedOr("A hand-over");
        if (handover.to() == tier && Objects.equals(handover.vendorName(), vendor)) {
            throw Refused.field("tier", "It is with " + whoHasIt() + " already: choose another tier or a vendor.");
        }
        this.tier = handover.to();
        this.vendor = handover.vendorName();
        this.assignee = null;
        touchedByStaff(by);
    }

    /** {@code tier 2}, {@code vendor Cisco} */
    String whoHasIt() {
        return tier != Tier.VENDOR ? "tier " + tier.word() : vendor == null ? "the vendor" : "vendor " + vendor;
    }

    void published(By by) {
        status.conversingOr("Making a note public");
        touchedByStaff(by);
        answeredLast = Side.STAFF.word();
    }

    void mergedInto(Ticket other, By by) {
        status.unfinishedOr("A merge");
        if (other.number() == number()) {
            throw Refused.field("into", "A ticket cannot be merged into itself: name another one.");
        }
        if (!other.status.isUnfinished()) {
            throw Refused.field("into", "The other ticket is " + other.status.word() + ": merge into one that is new, open or pending.");
        }
        merger = new Merger(other.number(), status);
        status = MERGED;
        updatedAt = by.at();
    }

    /** Another one came in. */
    void joined(By by) {
        touchedByStaff(by);
    }

    void separated(By by) {
        if (status != MERGED) {
            throw new Refused("There is no merge to take back: the ticket is " + status.word() + ".");
        }
        status = merger.from();
        merger = null;
        updatedAt = by.at();
    }

    void cancelled(CancelReason reason, By by) {
        status.unfinishedOr("A cancellation");
        this.cancelReason = reason;
        this.hold = null;
        this.status = CANCELLED;
        this.updatedAt = by.at();
    }

    /** @param origin the misrouted ticket of which this is the new beginning */
    void beganAs(UUID origin) {
        this.origin = origin;
    }

    void held(Hold hold, By by) {
        status.unfinishedOr("A hold");
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
        status.unfinishedOr("A resolution");
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

    /** What the engine says is due next, and when time alone will bring something. */
    void expects(Outlook outlook) {
        this.dueAt = outlook.due().at();
        this.dueKind = outlook.due().kind();
        this.attentionAt = outlook.attentionAt();
    }

    /** What time alone brings: a hold ends, a resolved ticket closes. The instant at which that happened, null if nothing did. */
    Instant overtakenBy(Instant now) {
        if (status == PENDING && hold.until() != null && !hold.until().isAfter(now)) {
            return hold.until();
        }
        return status == RESOLVED && now.isAfter(reopenUntil) ? reopenUntil : null;
    }

    boolean wantsAttention(Instant now) {
        return attentionAt != null && !attentionAt.isAfter(now);
    }

    boolean isWaitingForClient() {
        return status == PENDING && hold.reason() == HoldReason.CLIENT;
    }

    public Status status() {
        return status;
    }

    public Priority priority() {
        return priority;
    }

    /** Slug of a category of the catalogue, or null. */
    public String category() {
        return category;
    }

    /** Number of the ticket in which it goes on, null where it was not merged. */
    Integer mergedInto() {
        return merger == null ? null : merger.into();
    }

    /** It was never this client's: neither its people nor its report see it. */
    boolean isMisrouted() {
        return cancelReason == CancelReason.MISROUTED;
    }

    /** Name of the vendor that has it, or null. */
    public String vendor() {
        return vendor;
    }

    public Tier tier() {
        return tier;
    }

    public Person assignee() {
        return assignee;
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

    public Instant updatedAt() {
        return updatedAt;
    }
}
