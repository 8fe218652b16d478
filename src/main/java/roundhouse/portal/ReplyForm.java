package roundhouse.portal;

import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import roundhouse.tickets.Enclosure;

/** An answer as it was typed. */
public record ReplyForm(String token, String body, List<Enclosure> files) {

    static final int LONGEST = 100_000;

    static ReplyForm empty() {
        return new ReplyForm(RequestForm.freshToken(), "", List.of());
    }

    static ReplyForm of(MultipartFormDataInput sent) {
        return new ReplyForm(RequestForm.token(sent), RequestForm.text(sent, "body"), Enclosed.of(sent));
    }

    /** What tells a second try with this token from a repetition. */
    List<Object> content() {
        return List.of(body, Enclosed.names(files));
    }

    ReplyForm withFreshToken() {
        return new ReplyForm(RequestForm.freshToken(), body, files);
    }
}
