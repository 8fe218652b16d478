package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import roundhouse.audit.Entry;
import roundhouse.audit.Kind;
import roundhouse.files.Attachment;
import roundhouse.tenancy.Side;
import roundhouse.web.Markdown;

/**
 * One line of a ticket's conversation and history.
 *
 * @param body   Markdown, null where nothing was written
 * @param html   the same, safe to show
 * @param detail what changed, in words: {@code P3 to P1}
 */
public record EntryView(UUID id, Instant at, Author by, Kind kind, @JsonProperty("public") boolean visibleToClient, String body, String html,
                        String detail, List<FileView> files) {

    public record Author(String user, String name, Side side) {
    }

    static EntryView of(Entry entry, List<Attachment> files) {
        return new EntryView(entry.id(), entry.at(), new Author(entry.byUser(), entry.byName(), entry.bySide()), entry.kind(), entry.isPublic(),
                entry.body(), entry.body() == null ? null : Markdown.html(entry.body()), entry.detail(),
                files.stream().map(FileView::of).toList());
    }
}
