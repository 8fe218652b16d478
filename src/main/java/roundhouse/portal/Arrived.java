package roundhouse.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import roundhouse.identity.PublicAddress;

/** Tells the browser which form has reached us, so that it forgets the draft that it kept. */
@ApplicationScoped
class Arrived {

    private static final int SECONDS = 600;

    private final PublicAddress address;

    Arrived(PublicAddress address) {
        this.address = address;
    }

    Response at(String place, String token) {
        return with(Response.seeOther(URI.create(place)).build(), token);
    }

    Response with(Response response, String token) {
        // Our script reads it: not HttpOnly. It names a form and opens nothing.
        NewCookie sent = new NewCookie.Builder("sent").value(token).path("/").maxAge(SECONDS).sameSite(NewCookie.SameSite.LAX).secure(address.isSecure()).build();
        return Response.fromResponse(response).cookie(sent).build();
    }
}
