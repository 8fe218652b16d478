package roundhouse.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A file on its way in.
 *
 * @param name as its sender calls it
 */
public record Upload(String name, Source content) {

    public static Upload of(FileUpload posted) {
        return new Upload(posted.fileName(), () -> Files.newInputStream(posted.uploadedFile()));
    }

    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
