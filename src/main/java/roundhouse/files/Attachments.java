package roundhouse.files;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tika.Tika;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import roundhouse.identity.By;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Rows;

/** The files of tickets. */
@ApplicationScoped
public class Attachments extends Rows<Attachment> {

    private static final Logger LOG = Logger.getLogger(Attachments.class);

    private final Session entities;
    private final FileStore store;
    private final FileLimits limits;
    private final TransactionSynchronizationRegistry transaction;
    private final Tika tika = new Tika();

    Attachments(Session entities, FileStore store, FileLimits limits, TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.store = store;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Hangs a file on an entry of the client of the open unit of work; where that unit fails, nothing of the file stays.
     *
     * @param visibleToClient as the entry itself
     * @throws FileRefused where it is empty or one too many
     */
    public Attachment add(Upload upload, UUID ticketId, UUID entryId, boolean visibleToClient, By by) {
        reserve(entryId);
        String name = FileName.clean(upload.name());
        StoredFile stored = keep(upload);
        if (stored.size() == 0) {
            throw new FileRefused(name + " is empty: choose it again.");
        }
        take(stored.size());
        Attachment attachment = new Attachment(Key.fresh(units.open()), ticketId, entryId, name, tika.detect(stored.head(), name), stored,
                visibleToClient, by);
        persist(attachment);
        return attachment;
    }

    /** Oldest first. A client's unit gets what is public. */
    public List<Attachment> ofTicket(UUID ticketId) {
        return here("ticketId = :ticket", Sort.by("at").and("key.id"), Map.of("ticket", ticketId)).list();
    }

    /** The answer that makes a browser save it and never open it here. Whoever calls has found the attachment for this person. */
    public Response download(Attachment attachment) {
        try {
            InputStream content = store.open(attachment.key().tenantId(), attachment.storeKey());
            return Response.ok(content, attachment.type())
                    .header("Content-Length", attachment.size())
                    .header("Content-Disposition", FileName.disposition(attachment.name()))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox")
                    .header("Cache-Control", "private, no-store").build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds the client's shelf until the unit ends, so that whoever else adds a file counts after us. */
    private void reserve(UUID entryId) {
        int tenant = units.open().tenant();
        entities.createNativeQuery("insert into shelf as s (tenant_id) values (:tenant) on conflict (tenant_id) do update set used = s.used")
                .setParameter("tenant", tenant).executeUpdate();
        if (here("entryId = :entry", Map.of("entry", entryId)).count() >= limits.mostPerEntry()) {
            throw new FileRefused("One message takes " + limits.mostPerEntry() + " files: send the rest with another.");
        }
    }

    private void take(long size) {
        int taken = entities.createNativeQuery("update shelf set used = used + :size where tenant_id = :tenant and used + :size <= :quota")
                .setParameter("size", size).setParameter("tenant", units.open().tenant()).setParameter("quota", limits.quota().asLongValue())
                .executeUpdate();
        if (taken == 0) {
            throw new FileRefused("There is no room left for files of this client: ask your administrator for more.");
        }
    }

    private StoredFile keep(Upload upload) {
        int tenant = units.open().tenant();
        try (InputStream content = upload.content().open()) {
            StoredFile stored = store.keep(tenant, content, limits.largest().asLongValue());
            transaction.registerInterposedSynchronization(new RemoveUnlessCommitted(tenant, stored.key()));
            return stored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class RemoveUnlessCommitted implements Synchronization {

        private final int tenant;
        private final String key;

        RemoveUnlessCommitted(int tenant, String key) {
            this.tenant = tenant;
            this.key = key;
        }

        @Override
        public void beforeCompletion() {
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                return;
            }
            try {
                store.remove(tenant, key);
            } catch (IOException e) {
                LOG.warn("A file of a unit of work that failed is left to the sweep", e);
            }
        }
    }
}
