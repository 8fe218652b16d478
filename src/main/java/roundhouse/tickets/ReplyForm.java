package roundhouse.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import roundhouse.files.Upload;

/**
 * A word to the client, or among staff, and the files that go with it.
 *
 * @param token tells a second try from a second word
 */
public record ReplyForm(@RestForm String token,
                        @RestForm @NotBlank(message = "Write something first.") @Size(max = 100_000, message = "At most 100,000 characters.") String body,
                        @RestForm("files") List<FileUpload> files) {

    /** A field without a file is sent as an empty one. */
    List<Enclosure> enclosed() {
        return chosen().stream().map(Upload::of).map(Enclosure::with).toList();
    }

    List<String> content() {
        return List.of(body, String.join(", ", chosen().stream().map(FileUpload::fileName).toList()));
    }

    private List<FileUpload> chosen() {
        return files == null ? List.of() : files.stream().filter(file -> !file.fileName().isEmpty()).toList();
    }
}
