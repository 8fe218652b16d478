package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import roundhouse.files.Attachment;

/**
 * @param size bytes
 * @param type by its content, {@code image/png}
 */
public record FileView(UUID id, String name, long size, String type) {

    static FileView of(Attachment attachment) {
        return new FileView(attachment.id(), attachment.name(), attachment.size(), attachment.type());
    }

    /** {@code 1.2 MB}, decimal units. */
    @JsonIgnore
    public String sizeInWords() {
        return Attachment.inWords(size);
    }
}
