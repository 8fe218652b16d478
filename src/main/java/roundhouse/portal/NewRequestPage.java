package roundhouse.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import roundhouse.identity.By;
import roundhouse.knowledge.Articles;
import roundhouse.tickets.Catalogue;
import roundhouse.tickets.Category;
import roundhouse.tickets.Questions;
import roundhouse.tickets.Reference;
import roundhouse.tickets.Submission;
import roundhouse.tickets.Tickets;
import roundhouse.web.Idempotency;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;
import roundhouse.web.Refused.Violation;

/** Asking for help: the topic first, then what that topic needs to know. */
@Path("/requests/new")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class NewRequestPage {

    private static final int HELP = 3;

    @CheckedTemplate(basePath = "portal")
    static class Templates {
        static native TemplateInstance topics(List<Category> topics);

        static native TemplateInstance ask(RequestFormView view);
    }

    @Inject
    House house;
    @Inject
    Catalogue catalogue;
    @Inject
    Tickets tickets;
    @Inject
    Questions questions;
    @Inject
    Choices choices;
    @Inject
    Articles articles;
    @Inject
    Idempotency idempotency;
    @Inject
    Arrived arrived;
    @Inject
    Validator validator;

    /** @param after reference of an older request that this one takes up */
    @GET
    public TemplateInstance page(@RestQuery String category, @RestQuery String after) {
        List<Category> topics = house.inside(catalogue::categories);
        if (category == null && !topics.isEmpty()) {
            return Templates.topics(topics);
        }
        String begun = after == null ? "" : Reference.of(after).map(reference -> "This is about " + reference + ".\n\n").orElse("");
        return Templates.ask(house.inside(() -> view(RequestForm.empty(category, begun), List.of())));
    }

    /** Posted to the address that shows the form: whoever must sign in first comes back to it, not to a list. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response ask(@RestQuery String category, MultipartFormDataInput sent) {
        RequestForm form = RequestForm.of(category, sent);
        By by = house.by();
        List<Violation> problems = house.inside(() -> problems(form, by));
        if (!problems.isEmpty()) {
            return again(form, problems);
        }
        try {
            String reference = house.inside(() -> idempotency.once(by, form.token(), form.content(), String.class, () -> submit(form, by)));
            return arrived.at("/requests/" + reference + "?new=yes", form.token());
        } catch (Refused refused) {
            return arrived.with(again(form.withFreshToken(), Problems.of(refused)), form.token());
        }
    }

    private String submit(RequestForm form, By by) {
        return new Reference(house.client().prefix(), tickets.submit(form.submission(), form.files(), by).number()).toString();
    }

    private List<Violation> problems(RequestForm form, By by) {
        Submission submission = form.submission();
        List<Violation> problems = new ArrayList<>(Problems.of(validator.validate(submission)));
        List<Category.Field> asked = form.category() == null ? List.of() : catalogue.category(form.category()).map(Category::fields).orElse(List.of());
        problems.addAll(questions.problems(submission, asked, form.files(), by));
        return problems;
    }

    private Response again(RequestForm form, List<Violation> problems) {
        return Response.status(422).entity(Templates.ask(house.inside(() -> view(form, problems)))).build();
    }

    private RequestFormView view(RequestForm form, List<Violation> problems) {
        Category category = form.category() == null ? null : catalogue.category(form.category()).orElseThrow(NotFound::new);
        return RequestFormView.of(category, form, choices.of(category, form, house.member().user()),
                articles.suggested(form.category(), form.subject(), HELP), problems);
    }
}
