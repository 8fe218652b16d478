package roundhouse.sla;

import java.time.Instant;
import java.util.List;

/**
 * An event as a table or a message keeps it; what its type does not need is null.
 *
 * @param reason of a hold or a cancellation
 * @param until  when a hold ends by itself; of a merge and of taking it back, when the other ticket was asked
 * @param to     what it was changed to
 */
public record EventRow(Instant at, String type, String reason, Instant until, String to) {

    private static final List<String> TYPES = List.of("assign", "staff_reply", "call", "note", "note_published", "client_reply", "hold", "resume", "priority",
            "category", "resolve", "reopen", "handover", "merge", "merged_away", "unmerge", "cancel");

    /** @throws IllegalArgumentException with a sentence, where this is no event */
    public Event event() {
        return switch (type) {
            case "assign" -> new Event.Assign(at);
            case "staff_reply" -> new Event.StaffReply(at);
            case "call" -> new Event.Call(at);
            case "note" -> new Event.Note(at);
            case "note_published" -> new Event.NotePublished(at);
            case "client_reply" -> new Event.ClientReply(at);
            case "hold" -> new Event.Hold(at, HoldReason.named(reason).orElseThrow(() -> none("reason to hold", reason)), until);
            case "resume" -> new Event.Resume(at);
            case "priority" -> new Event.PriorityChanged(at, Priority.named(to).orElseThrow(() -> none("priority", to)));
            case "category" -> new Event.CategoryChanged(at, to);
            case "resolve" -> new Event.Resolve(at);
            case "reopen" -> new Event.Reopen(at);
            case "handover" -> new Event.HandedOver(at, to);
            case "merge" -> new Event.Merged(at, until);
            case "merged_away" -> new Event.MergedAway(at);
            case "unmerge" -> new Event.MergeUndone(at, until);
            case "cancel" -> new Event.Cancelled(at, CancelReason.named(reason).orElseThrow(() -> none("reason to cancel", reason)));
            default -> throw new IllegalArgumentException("there is no event " + type + "; there are " + String.join(", ", TYPES));
        };
    }

    private static IllegalArgumentException none(String what, String word) {
        return new IllegalArgumentException(word == null ? "it needs a " + what : "there is no " + what + " " + word);
    }
}
