package roundhouse.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One telling of a story: event by event, and anew from its beginning without a merge that is taken back. */
final class Telling {
    private final Timeline promises;
    private final Story story;
    private final Instant until;
    private final List<Event> told = new ArrayList<>();
    private Course course;

    Telling(Timeline promises, Story story, Instant until) {
        this.promises = promises;
        this.story = story;
        this.until = until;
        this.course = new Course(promises, story);
    }

    List<Clock> clocks() {
        Instant last = story.createdAt();
        for (int index = 0; index < story.events().size(); index++) {
            Event event = story.events().get(index);
            tell(event, index, last);
            last = whole(event);
        }
        course.passTo(until);
        return course.read(until);
    }

    private void tell(Event event, int index, Instant last) {
        if (whole(event).isBefore(last)) {
            throw new StoryRefused(index, "it is before " + (index == 0 ? "createdAt" : "the event that precedes it"));
        }
        if (whole(event).isAfter(until)) {
            throw new StoryRefused(index, "it is after now");
        }
        try {
            if (event instanceof Event.MergeUndone undone) {
                takeBack(undone);
            } else {
                happen(event);
                told.add(event);
            }
        } catch (Refusal refusal) {
            throw new StoryRefused(index, refusal.getMessage());
        }
    }

    private void takeBack(Event.MergeUndone undone) {
        int merge = told.size() - 1;
        while (merge >= 0 && !undone.undoes(told.get(merge))) {
            merge--;
        }
        if (merge < 0) {
            throw new Refusal("there is no merge to take back");
        }
        told.remove(merge);
        course = new Course(promises, story);
        told.forEach(this::happen);
        course.passTo(whole(undone));
    }

    private void happen(Event event) {
        course.passTo(whole(event));
        event.happenTo(course, whole(event));
    }

    private static Instant whole(Event event) {
        return event.at().truncatedTo(ChronoUnit.SECONDS);
    }
}
