package roundhouse.audit;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import roundhouse.identity.By;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Side;

/** One line of the trail: never changed, never deleted. Names stand in it as they were. */
@Entity
@Immutable
@Table(name = "entry")
public class Entry {

    @EmbeddedId
    private Key key;
    private Instant at;
    private String about;
    @Column(name = "ticket_id")
    private UUID ticketId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "public")
    private boolean visibleToClient;
    @Column(name = "person_id")
    private Integer personId;
    @Column(name = "by_user")
    private String byUser;
    @Column(name = "by_name")
    private String byName;
    @Column(name = "by_side")
    private String bySide;
    private String channel;
    private String body;
    private String detail;

    protected Entry() {
    }

    Entry(Key key, String about, UUID ticketId, Kind kind, boolean visibleToClient, String body, String detail, By by) {
        this.key = key;
        this.at = by.at();
        this.about = about;
        this.ticketId = ticketId;
        this.kind = kind;
        this.visibleToClient = visibleToClient;
        this.personId = by.person() == 0 ? null : by.person();
        this.byUser = by.user();
        this.byName = by.name();
        this.bySide = by.side().word();
        this.channel = by.channel().word();
        this.body = body;
        this.detail = detail;
    }

    public UUID id() {
        return key.id();
    }

    public int tenantId() {
        return key.tenantId();
    }

    public Instant at() {
        return at;
    }

    /** In one word and a name: {@code ticket}, {@code asset FW-01}, {@code assignment tess}. */
    public String about() {
        return about;
    }

    /** Null where the entry is about something else. */
    public UUID ticketId() {
        return ticketId;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isPublic() {
        return visibleToClient;
    }

    public Integer personId() {
        return personId;
    }

    public String byUser() {
        return byUser;
    }

    public String byName() {
        return byName;
    }

    public Side bySide() {
        return Side.of(bySide);
    }

    public String channel() {
        return channel;
    }

    /** Markdown. */
    public String body() {
        return body;
    }

    /** What changed, in words of the service: {@code P3 to P1}. */
    public String detail() {
        return detail;
    }

    /** {@code Tess Lindqvist at 2026-03-04T09:00:00Z (P3 to P1)} */
    public String summary() {
        return byName + " at " + at + (detail == null ? "" : " (" + detail + ")");
    }
}
