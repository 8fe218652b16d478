package roundhouse.web;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Hands a page that is drawn on as bytes. The framework's writer of texts goes through it letter by letter, which was more than half of what a page cost; and
 * what draws templates has chosen that writer before it knows what it writes, so that one of our own would not be asked.
 */
class PagesAsBytes {

    /** After whatever draws a template: filters of answers run from the highest number down. */
    private static final int LAST = Priorities.USER - 4_000;

    @ServerResponseFilter(priority = LAST)
    void encode(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof String page && MediaType.TEXT_HTML_TYPE.isCompatible(answer.getMediaType())) {
            answer.setEntity(page.getBytes(StandardCharsets.UTF_8));
        }
    }
}
