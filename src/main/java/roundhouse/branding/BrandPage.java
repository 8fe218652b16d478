package roundhouse.branding;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a page of this host wears. */
@Path("/")
@PermitAll
public class BrandPage {

    @Inject
    Hosts hosts;

    @GET
    @Path("brand.css")
    @Operation(hidden = true)
    public Response sheet(@Context HttpServerRequest asked, @Context Request request) {
        return brand(asked).map(brand -> answer(BrandSheet.of(brand.accent()).getBytes(StandardCharsets.UTF_8), "text/css;charset=UTF-8", request))
                .orElseGet(BrandPage::nobody);
    }

    @GET
    @Path("brand/logo")
    @Operation(hidden = true)
    public Response logo(@Context HttpServerRequest asked, @Context Request request) {
        return brand(asked).filter(Brand::hasLogo).map(brand -> answer(brand.logo().content(), brand.logo().type(), request))
                .orElseGet(BrandPage::nobody);
    }

    private Optional<Brand> brand(HttpServerRequest asked) {
        return asked.authority() == null ? Optional.empty() : hosts.brand(asked.authority().host());
    }

    private static Response answer(byte[] content, String type, Request request) {
        CRC32 sum = new CRC32();
        sum.update(content);
        EntityTag tag = new EntityTag(Long.toHexString(sum.getValue()) + "-" + content.length);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(content).type(type);
        return answer.tag(tag).header("Cache-Control", "public, max-age=60").header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox").build();
    }

    private static Response nobody() {
        return Response.status(Response.Status.NOT_FOUND).build();
    }
}
