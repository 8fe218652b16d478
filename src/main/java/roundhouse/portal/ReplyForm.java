package roundhouse.portal;

import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** An answer as it was typed. */
public record ReplyForm(String token, String body) {

    static final int LONGEST = 100_000;

    static ReplyForm empty() {
        return new ReplyForm(RequestForm.freshToken(), "");
    }

    static ReplyForm of(MultipartFormDataInput sent) {
        return new ReplyForm(RequestForm.token(sent), RequestForm.text(sent, "body"));
    }

    ReplyForm withFreshToken() {
        return new ReplyForm(RequestForm.freshToken(), body);
    }
}
