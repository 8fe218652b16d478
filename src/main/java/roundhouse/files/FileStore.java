package roundhouse.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Where the bytes of attachments lie, each client's apart. */
public interface FileStore {

    /**
     * Keeps a whole file or nothing of it.
     *
     * @throws FileRefused where it is longer than {@code largest} bytes
     */
    StoredFile keep(int tenant, InputStream content, long largest) throws IOException;

    InputStream open(int tenant, String key) throws IOException;

    /** Nothing happens where there is none. */
    void remove(int tenant, String key) throws IOException;

    /** Keys of a client's files that were kept before then; what was left half-way before then is cleared. */
    List<String> keptBefore(int tenant, Instant then) throws IOException;
}
