package roundhouse.tickets;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import roundhouse.audit.Kind;
import roundhouse.identity.FullName;
import roundhouse.tenancy.Side;
import roundhouse.web.TimeWords;

/**
 * One line of a conversation as the desk draws it.
 *
 * @param style    {@code requester}, {@code staff}, {@code internal} or {@code system}: one grey line
 * @param label    what it is beside a plain message, empty for that
 * @param sentence of a system entry, else empty
 * @param other    reference of the ticket that it speaks of, else empty
 */
public record Said(String id, String style, String name, String label, String when, String instant, String html, String sentence,
                   List<FileView> files, String other, Publication publication) {

    /** Whether an internal note may still be made public, or was already. */
    public enum Publication {
        NONE, POSSIBLE, DONE
    }

    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z][A-Z0-9]{1,7}-[1-9][0-9]{0,8}\\b");

    static List<Said> of(List<EntryView> conversation, Instant now, ZoneId zone) {
        Set<String> published = conversation.stream().filter(entry -> entry.kind() == Kind.PUBLICATION).map(EntryView::detail).collect(Collectors.toSet());
        return conversation.stream().map(entry -> of(entry, published, now, zone)).toList();
    }

    private static Said of(EntryView entry, Set<String> published, Instant now, ZoneId zone) {
        String style = style(entry);
        return new Said(entry.id().toString(), style, entry.by().name(), label(entry, zone, now), TimeWords.moment(entry.at(), zone, now), entry.at().toString(),
                entry.html(), style.equals("system") ? sentence(entry, zone, now) : "", entry.files(), other(entry),
                publication(entry, published));
    }

    public boolean isPublishable() {
        return publication == Publication.POSSIBLE;
    }

    public boolean isPublished() {
        return publication == Publication.DONE;
    }

    private static Publication publication(EntryView entry, Set<String> published) {
        return entry.kind() != Kind.NOTE ? Publication.NONE : published.contains(entry.id().toString()) ? Publication.DONE : Publication.POSSIBLE;
    }

    private static String other(EntryView entry) {
        boolean names = entry.detail() != null && (entry.kind() == Kind.MERGE || entry.kind() == Kind.SEPARATION);
        return names ? REFERENCE.matcher(entry.detail()).results().map(MatchResult::group).findFirst().orElse("") : "";
    }

    public String initials() {
        return new FullName(name).initials();
    }

    private static String style(EntryView entry) {
        boolean said = entry.html() != null && switch (entry.kind()) {
            case MESSAGE, NOTE, CALL, TIME, RESOLUTION, REOPENING, HANDOVER -> true;
            case STATUS, ASSIGNMENT, PRIORITY, CATEGORY, HOLD, RESUMPTION, MERGE, SEPARATION, CANCELLATION, PUBLICATION, WARNING, DUE, BREACH, CAUSE, ADJUSTMENT, OPENING, CHANGE -> false;
        };
        if (!said) {
            return "system";
        }
        if (!entry.visibleToClient()) {
            return "internal";
        }
        return entry.by().side() == Side.CLIENT ? "requester" : "staff";
    }

    private static String label(EntryView entry, ZoneId zone, Instant now) {
        return switch (entry.kind()) {
            case CALL -> "wrote down a call";
            case TIME -> "worked " + entry.detail();
            case RESOLUTION -> "resolved it: " + readable(entry.detail(), zone, now);
            case REOPENING -> "reopened it";
            case HANDOVER -> "handed it over: " + entry.detail();
            case MESSAGE, NOTE, STATUS, ASSIGNMENT, PRIORITY, CATEGORY, HOLD, RESUMPTION, MERGE, SEPARATION, CANCELLATION, PUBLICATION, WARNING, DUE, BREACH, CAUSE, ADJUSTMENT, OPENING, CHANGE -> "";
        };
    }

    private static String sentence(EntryView entry, ZoneId zone, Instant now) {
        String who = entry.by().name();
        String detail = entry.detail() == null ? "" : readable(entry.detail(), zone, now);
        String why = entry.body() == null ? "" : ", because: " + entry.body();
        return switch (entry.kind()) {
            case ASSIGNMENT -> who + " changed the assignee: " + detail;
            case PRIORITY -> who + " changed the priority: " + detail + why;
            case CATEGORY -> who + " changed the category: " + detail;
            case HOLD -> who + " put it on hold: " + detail;
            case RESUMPTION -> who + " ended the hold";
            case REOPENING -> who + " reopened it";
            case WARNING -> "Promise comes near: " + detail;
            case BREACH -> "Promise broken: " + detail;
            case DUE -> "Promise edited, " + detail;
            case CAUSE -> who + ", why it was missed: " + detail + why;
            case ADJUSTMENT -> who + ", for the SLA report: " + detail + why;
            case TIME -> who + " worked " + detail;
            case MERGE, SEPARATION -> who + " " + detail;
            case CANCELLATION -> who + " cancelled it: " + detail;
            case PUBLICATION -> who + " made a note public";
            case HANDOVER, MESSAGE, NOTE, CALL, STATUS, RESOLUTION, OPENING, CHANGE -> who + ": " + entry.kind().word() + " " + detail;
        };
    }

    private static String readable(String detail, ZoneId zone, Instant now) {
        return TimeWords.retold(detail, instant -> TimeWords.moment(instant, zone, now)).replace('_', ' ');
    }
}
