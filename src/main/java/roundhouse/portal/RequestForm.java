package roundhouse.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import roundhouse.tickets.Enclosure;
import roundhouse.tickets.Submission;

/**
 * What was typed into the form of a request.
 *
 * @param token   made once for each form that is shown, so that sending it twice asks once
 * @param answers to the questions of the category, by their names; empty ones left out
 * @param files   as they came; a browser cannot show them again
 */
public record RequestForm(String token, String category, String subject, String body, Map<String, String> answers,
                          List<Enclosure> files) {

    static final String ANSWER = "fields.";
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

    static RequestForm empty(String category, String body) {
        return new RequestForm(freshToken(), category, "", body, Map.of(), List.of());
    }

    static RequestForm of(String category, MultipartFormDataInput sent) {
        Map<String, String> answers = new LinkedHashMap<>();
        sent.getValues().keySet().stream().filter(name -> name.startsWith(ANSWER))
                .filter(name -> !text(sent, name).isBlank()).forEach(name -> answers.put(name.substring(ANSWER.length()), text(sent, name)));
        return new RequestForm(token(sent), category, text(sent, "subject"), text(sent, "body"), answers, Enclosed.of(sent));
    }

    static String freshToken() {
        return UUID.randomUUID().toString();
    }

    static String token(MultipartFormDataInput sent) {
        String token = text(sent, "token");
        return TOKEN.matcher(token).matches() ? token : freshToken();
    }

    static String text(MultipartFormDataInput sent, String name) {
        return sent.getValues().getOrDefault(name, List.of()).stream().filter(value -> !value.isFileItem()).map(FormValue::getValue).findFirst().orElse("").replace("\0", "").strip();
    }

    RequestForm withFreshToken() {
        return new RequestForm(freshToken(), category, subject, body, answers, files);
    }

    /** What tells a second try with this token from a repetition. */
    List<Object> content() {
        return List.of(submission(), Enclosed.names(files));
    }

    Submission submission() {
        return new Submission(subject, body, null, category, null, null, new LinkedHashMap<>(answers));
    }
}
