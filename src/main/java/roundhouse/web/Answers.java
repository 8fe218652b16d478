package roundhouse.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import roundhouse.files.FileRefused;

/** Every error as its reader needs it: a problem for scripts, a page for people. */
public class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance error(Problem problem);
    }

    @ServerExceptionMapper
    Response notFound(NotFound e, UriInfo uri) {
        return answer(uri, 404, "Not found", e.getMessage(), List.of());
    }

    @ServerExceptionMapper
    Response forbidden(Forbidden e, UriInfo uri) {
        return answer(uri, 403, "Not allowed", e.getMessage(), List.of());
    }

    /** A whole page that is another role's. */
    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return answer(uri, 403, "Not allowed", "This page is for another role than yours. If you need it, ask an administrator.", List.of());
    }

    @ServerExceptionMapper
    Response refused(Refused e, UriInfo uri) {
        return answer(uri, 422, "Refused", e.getMessage(), e.violations());
    }

    @ServerExceptionMapper
    Response refused(FileRefused e, UriInfo uri) {
        return answer(uri, 422, "Refused", e.getMessage(), List.of(new Refused.Violation("file", e.getMessage())));
    }

    @ServerExceptionMapper
    Response stale(Stale e, UriInfo uri) {
        return answer(uri, 412, "Somebody was faster", e.getMessage(), List.of());
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException e, UriInfo uri) {
        return answer(uri, 412, "Somebody was faster", "This was changed while you worked on it. Look at the change, then try again.", List.of());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<Refused.Violation> violations = e.getConstraintViolations().stream()
                .map(violation -> new Refused.Violation(last(violation.getPropertyPath()), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field())).toList();
        return answer(uri, 422, "Refused", "Some of what you wrote cannot be taken as it is.", violations);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, UriInfo uri) {
        Response given = e.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return given;
        }
        String detail = switch (given.getStatus()) {
            case 404 -> new NotFound().getMessage();
            case 405 -> "This address does not take that method.";
            case 400 -> "The request cannot be read: check its form.";
            case 413 -> "That is too large.";
            case 415 -> "This address takes JSON.";
            default -> given.getStatusInfo().getReasonPhrase();
        };
        return answer(uri, given.getStatus(), given.getStatusInfo().getReasonPhrase(), detail, List.of());
    }

    @ServerExceptionMapper(priority = Priorities.USER + 1000)
    Response bug(Throwable e, UriInfo uri) {
        if (Unavailable.is(e)) {
            LOG.warn("The database could not be used: " + e.getMessage());
            return Response.fromResponse(answer(uri, 503, Unavailable.TITLE, Unavailable.DETAIL, List.of()))
                    .header("Retry-After", Unavailable.RETRY_AFTER).build();
        }
        String correlation = UUID.randomUUID().toString();
        LOG.error("Correlation " + correlation, e);
        return answer(uri, 500, "Our mistake", "Something went wrong on our side. Please quote " + correlation + ".", List.of(), correlation);
    }

    static Response answer(UriInfo uri, int status, String title, String detail, List<Refused.Violation> violations) {
        return answer(uri, status, title, detail, violations, null);
    }

    private static Response answer(UriInfo uri, int status, String title, String detail, List<Refused.Violation> violations, String correlation) {
        Problem problem = new Problem("about:blank", title, status, detail, violations, correlation);
        if (uri.getPath().startsWith("/api/")) {
            return Response.status(status).type(Problem.JSON).entity(problem).build();
        }
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(Templates.error(problem).render()).build();
    }

    private static String last(Path path) {
        String name = null;
        for (Path.Node node : path) {
            name = node.getName();
        }
        return name;
    }
}
