package roundhouse.files;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import roundhouse.identity.By;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Row;

/** A file that hangs on an entry of a ticket. */
@Entity
@Immutable
public class Attachment extends Row {

    @Column(name = "ticket_id")
    private UUID ticketId;
    @Column(name = "entry_id")
    private UUID entryId;
    private String name;
    private String type;
    private long size;
    private String sha256;
    @Column(name = "store_key")
    private String storeKey;
    @Column(name = "public")
    private boolean visibleToClient;
    @Column(name = "by_user")
    private String byUser;
    private Instant at;

    protected Attachment() {
    }

    Attachment(Key key, UUID ticketId, UUID entryId, String name, String type, StoredFile stored, boolean visibleToClient, By by) {
        this.key = key;
        this.ticketId = ticketId;
        this.entryId = entryId;
        this.name = name;
        this.type = type;
        this.size = stored.size();
        this.sha256 = stored.sha256();
        this.storeKey = stored.key();
        this.visibleToClient = visibleToClient;
        this.byUser = by.user();
        this.at = by.at();
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID entryId() {
        return entryId;
    }

    public String name() {
        return name;
    }

    /** Found by its content, {@code image/png}. */
    public String type() {
        return type;
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    /** {@code 1.2 MB}, decimal units. */
    public String sizeInWords() {
        return inWords(size);
    }

    public static String inWords(long size) {
        if (size < 1_000) {
            return size + " bytes";
        }
        return size < 1_000_000 ? Math.round(size / 1e3) + " kB" : Math.round(size / 1e5) / 10.0 + " MB";
    }

    public String sha256() {
        return sha256;
    }

    String storeKey() {
        return storeKey;
    }

    public boolean isPublic() {
        return visibleToClient;
    }

    public String byUser() {
        return byUser;
    }

    public Instant at() {
        return at;
    }
}
