package roundhouse.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;

/** {@code ETag} and {@code If-Match}: the version of a thing. */
public final class Versions {

    private Versions() {
    }

    /**
     * @param asked what {@code If-Match} says, null where it was not sent
     * @param told  who changed it last and how, for whoever comes too late
     */
    public static void mustMatch(String asked, int version, Supplier<String> told) {
        if (asked == null || asked.equals("*") || asked.replaceAll("^W/|\"", "").equals(String.valueOf(version))) {
            return;
        }
        throw new Stale("This was changed after you read it: " + told.get() + ". What you sent was not taken; read it again, then send it once more.");
    }

    public static Response ok(Object thing, int version) {
        return Response.ok(thing).tag(tag(version)).build();
    }

    public static Response created(URI place, Object thing, int version) {
        return Response.created(place).tag(tag(version)).entity(thing).build();
    }

    private static EntityTag tag(int version) {
        return new EntityTag(String.valueOf(version));
    }
}
