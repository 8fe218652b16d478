package roundhouse.tickets;

import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import roundhouse.files.FileName;
import roundhouse.files.Upload;

/**
 * A file that comes with a word of the conversation.
 *
 * @param question name of the question that it answers, null where it only goes along
 */
public record Enclosure(String question, Upload upload) {

    private static final String ANSWER = "fields.";

    public static Enclosure with(Upload upload) {
        return new Enclosure(null, upload);
    }

    /** @param file of a part {@code fields.NAME} where it answers the question {@code NAME} */
    static Enclosure of(FileUpload file) {
        return new Enclosure(file.name().startsWith(ANSWER) ? file.name().substring(ANSWER.length()) : null, Upload.of(file));
    }

    String name() {
        return FileName.clean(upload.name());
    }

    /** The names of the files by the questions that they answer. */
    static Map<String, String> answers(List<Enclosure> enclosures) {
        return enclosures.stream().filter(enclosure -> enclosure.question != null)
                .collect(Collectors.toMap(Enclosure::question, Enclosure::name, (one, other) -> one + ", " + other, LinkedHashMap::new));
    }
}
