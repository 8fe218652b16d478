package roundhouse.portal;

import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import roundhouse.files.FileName;
import roundhouse.files.Upload;
import roundhouse.tickets.Enclosure;

/** The files of a form. */
final class Enclosed {

    private Enclosed() {
    }

    /** A field for files that was left empty arrives as a file without a name. */
    static List<Enclosure> of(MultipartFormDataInput sent) {
        return sent.getValues().entrySet().stream().flatMap(field -> field.getValue().stream()
                .filter(value -> value.isFileItem() && value.getFileName() != null && !value.getFileName().isBlank())
                .map(value -> new Enclosure(question(field.getKey()), upload(value)))).toList();
    }

    static List<String> names(List<Enclosure> files) {
        return files.stream().map(file -> FileName.clean(file.upload().name())).toList();
    }

    private static Upload upload(FormValue value) {
        return new Upload(value.getFileName(), () -> Files.newInputStream(value.getFileItem().getFile()));
    }

    private static String question(String field) {
        return field.startsWith(RequestForm.ANSWER) ? field.substring(RequestForm.ANSWER.length()) : null;
    }
}
