package roundhouse.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import roundhouse.identity.SignedIn;
import roundhouse.knowledge.Articles;
import roundhouse.knowledge.ArticleLine;
import roundhouse.tickets.Catalogue;
import roundhouse.tickets.Category;
import roundhouse.tickets.Request;
import roundhouse.tickets.RequestQuery;
import roundhouse.tickets.Requests;

/** Where a client's people begin: what waits for them, how to ask, what became of it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class HomePage {

    private static final int TOPICS = 4;
    private static final int LATEST = 5;
    private static final int FOUND = 10;

    /** @param more whether there are more topics than these */
    public record Home(List<Request> waiting, List<Category> topics, boolean more, List<Request> latest) {
    }

    public record Found(List<ArticleLine> articles, List<Request> requests) {
    }

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance home(Home home, Phrases phrases);

        static native TemplateInstance found(String words, Found found, Phrases phrases);
    }

    @Inject
    House house;
    @Inject
    Requests requests;
    @Inject
    Catalogue catalogue;
    @Inject
    Articles articles;

    @GET
    public TemplateInstance page() {
        SignedIn member = house.member();
        return Templates.home(house.inside(() -> {
            List<Category> topics = catalogue.mostAsked(TOPICS + 1);
            return new Home(requests.waitingFor(member.person(), FOUND), topics.stream().limit(TOPICS).toList(), topics.size() > TOPICS,
                    requests.of(RequestQuery.latest(member.person(), LATEST)));
        }), house.phrases());
    }

    @GET
    @Path("find")
    public TemplateInstance find(@RestQuery @DefaultValue("") String q) {
        SignedIn member = house.member();
        RequestQuery query = new RequestQuery(house.readsCompany() ? null : member.person(), RequestQuery.State.ALL, q, 0, FOUND);
        Found found = q.isBlank() ? new Found(List.of(), List.of())
                : house.inside(() -> new Found(articles.list(q, "", FOUND), requests.of(query)));
        return Templates.found(q, found, house.phrases());
    }
}
