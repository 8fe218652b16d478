package roundhouse.portal;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Tells the browser which form has reached us, so that it forgets the draft that it kept. */
final class Arrived {

    private static final int SECONDS = 600;

    private Arrived() {
    }

    static Response at(String address, String token) {
        return with(Response.seeOther(URI.create(address)).build(), token);
    }

    static Response with(Response response, String token) {
        // Our script reads it: not HttpOnly. It names a form and opens nothing.
        NewCookie sent = new NewCookie.Builder("sent").value(token).path("/").maxAge(SECONDS).sameSite(NewCookie.SameSite.LAX).build();
        return Response.fromResponse(response).cookie(sent).build();
    }
}
