package roundhouse.environments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.Role;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Tenants;

/** Where administrators begin: every environment, what it wants, and the way to all that they do. */
@Path("/desk/administration")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Word.ADMINISTRATOR)
public class AdministrationPage {

    @CheckedTemplate(basePath = "environments")
    static class Templates {
        static native TemplateInstance administration(AdministrationScreen screen);
    }

    @Inject
    Environments environments;
    @Inject
    Tenants tenants;
    @Inject
    CurrentPerson current;

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        By by = current.by(Channel.DESK);
        SignedIn person = current.get();
        return Templates.administration(AdministrationScreen.of(environments.overview(by),
                slug -> tenants.bySlug(slug).filter(tenant -> person.reach().includes(tenant.id())).isPresent(), tenants.provider().zone(), by.at()));
    }
}
