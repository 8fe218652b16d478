package roundhouse.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import roundhouse.tickets.Request;
import roundhouse.tickets.Requests;

/** My requests; for a client manager those of the whole company too. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class RequestsPage {

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance requests(RequestsFilter filter, List<Request> requests, boolean more, Phrases phrases);
    }

    @Inject
    House house;
    @Inject
    Requests requests;

    @GET
    public TemplateInstance page(@BeanParam RequestsFilter filter) {
        List<Request> found = house.inside(() -> requests.of(filter.query(house.member())));
        boolean more = found.size() > RequestsFilter.PAGE;
        return Templates.requests(filter, more ? found.subList(0, RequestsFilter.PAGE) : found, more, house.phrases());
    }
}
