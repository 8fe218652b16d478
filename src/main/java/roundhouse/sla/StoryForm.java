package roundhouse.sla;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import roundhouse.web.Refused;

/** A story to be told to the engine. @param now null: the present */
public record StoryForm(@NotNull(message = "Write P1, P2, P3 or P4") Priority priority, @Size(max = 200) String category, @Size(max = 200) String asset,
                        @NotNull(message = "Write when it was asked, as in 2026-10-23T13:00:00Z") Instant createdAt, Instant now,
                        @Size(max = 1000, message = "At most 1000 events") List<EventForm> events) {

    public record EventForm(Instant at, String type, String reason, Instant until, String to, Instant childCreatedAt) {

        private Event event() {
            boolean isOfMerge = type.equals("merge") || type.equals("unmerge");
            return new EventRow(at, type, reason, isOfMerge ? childCreatedAt : until, to).event();
        }
    }

    Story story() {
        List<Event> told = new ArrayList<>();
        for (int index = 0; events != null && index < events.size(); index++) {
            told.add(event(index, events.get(index)));
        }
        return new Story(priority, category, asset, createdAt, told);
    }

    private static Event event(int index, EventForm form) {
        if (form == null || form.at() == null || form.type() == null) {
            throw refused(index, "an event has its at and its type");
        }
        try {
            return form.event();
        } catch (IllegalArgumentException noEvent) {
            throw refused(index, noEvent.getMessage());
        }
    }

    static Refused refused(int index, String sentence) {
        return index < 0 ? new Refused(sentence) : Refused.field("events[" + index + "]", "events[" + index + "]: " + sentence);
    }
}
