package roundhouse.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import roundhouse.identity.By;
import roundhouse.identity.Person;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Row;

/** What a ticket was when it was asked: none of it changes in its life. */
@MappedSuperclass
public abstract class Asked extends Row {

    @Column(updatable = false)
    private int number;
    @Column(updatable = false)
    private String subject;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "requester_id", updatable = false)
    private Person requester;
    @Column(updatable = false)
    private String asset;
    @Column(updatable = false)
    private String fields;
    @Column(updatable = false)
    private String channel;
    @Enumerated(EnumType.STRING)
    @Column(name = "born_priority", updatable = false)
    private Priority bornPriority;
    @Column(name = "born_category", updatable = false)
    private String bornCategory;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Asked() {
    }

    Asked(Key key, int number, Submission submission, Priority priority, Person requester, By by) {
        this.key = key;
        this.number = number;
        this.subject = submission.subject().strip();
        this.requester = requester;
        this.asset = submission.asset();
        this.fields = submission.fieldsAsText();
        this.channel = by.channel().word();
        this.bornPriority = priority;
        this.bornCategory = submission.category();
        this.createdAt = by.at();
    }

    public int number() {
        return number;
    }

    public String subject() {
        return subject;
    }

    public Person requester() {
        return requester;
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

    /** That with which it was asked; {@link Ticket#priority} may have become another. */
    Priority bornPriority() {
        return bornPriority;
    }

    String bornCategory() {
        return bornCategory;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
