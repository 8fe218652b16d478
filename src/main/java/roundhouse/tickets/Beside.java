package roundhouse.tickets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import roundhouse.identity.SignedIn;
import roundhouse.web.Drawings;

/** The queue beside one of its tickets. */
@ApplicationScoped
class Beside {

    private static final int LINES = 25;

    @CheckedTemplate(basePath = "tickets")
    static class Templates {
        static native TemplateInstance beside(QueueLine line, String place, boolean current);
    }

    /** @param lines as they are drawn */
    record View(QueueView queue, List<String> lines) {
    }

    private record Line(QueueLine line, String place, boolean current) {

        TemplateInstance template() {
            return Templates.beside(line, place, current);
        }
    }

    private final QueueViews views;
    private final Drawings drawings;

    Beside(QueueViews views, Drawings drawings) {
        this.views = views;
        this.drawings = drawings;
    }

    View of(String ref, QueueParameters asked, SignedIn person) {
        if (asked.limit == null) {
            asked.limit = LINES;
        }
        QueueView queue = views.uncounted(asked, person);
        return new View(queue, queue.lines().stream()
                .map(line -> drawings.of(new Line(line, queue.place(), line.ref().equals(ref)), Line::template)).toList());
    }
}
