package roundhouse.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The API, to browse. The parts are Swagger UI's; its own page has a script written into it, which our content security policy forbids. */
@Path(ApiPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ApiPage {

    static final String ADDRESS = "/api";
    /** Where {@code quarkus.swagger-ui.path} puts them. */
    static final String PARTS = "/openapi/browse/";

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance api(String parts);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return Templates.api(PARTS);
    }
}
