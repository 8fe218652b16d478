package roundhouse.portal;

import java.time.Instant;
import java.util.List;
import roundhouse.audit.Kind;
import roundhouse.tickets.EntryView;
import roundhouse.tickets.FileView;

/**
 * One line of a conversation in the client's words.
 *
 * @param author   {@code You} for the reader's own
 * @param happened for what nobody said, else null
 * @param html     safe to show, null where nothing was said
 */
public record ConversationLine(String author, boolean mine, Instant at, String html, String mark, String happened,
                               List<FileView> files) {

    static List<ConversationLine> of(List<EntryView> conversation, String reader) {
        return conversation.stream().map(entry -> of(entry, reader)).toList();
    }

    private static ConversationLine of(EntryView entry, String reader) {
        boolean mine = entry.by().user().equals(reader);
        String author = mine ? "You" : entry.by().name();
        if (entry.html() == null) {
            return new ConversationLine(author, mine, entry.at(), null, null, happened(entry, author), entry.files());
        }
        String mark = entry.kind() == Kind.RESOLUTION ? "Solved" : entry.kind() == Kind.CALL ? "By telephone"
                : entry.kind() == Kind.REOPENING ? "Opened again" : null;
        return new ConversationLine(author, mine, entry.at(), entry.html(), mark, null, entry.files());
    }

    private static String happened(EntryView entry, String author) {
        return switch (entry.kind()) {
            case REOPENING -> author + " opened it again";
            case STATUS -> "Closed";
            case RESOLUTION -> author + " solved it";
            case MERGE, SEPARATION -> author + " " + entry.detail();
            case HANDOVER, CANCELLATION, PUBLICATION, MESSAGE, NOTE, CALL, TIME, ASSIGNMENT, PRIORITY, CATEGORY, HOLD, RESUMPTION, WARNING, DUE, BREACH, CAUSE, ADJUSTMENT, OPENING, CHANGE -> "Changed";
        };
    }
}
