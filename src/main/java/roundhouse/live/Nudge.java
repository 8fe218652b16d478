package roundhouse.live;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.audit.Entry;
import roundhouse.audit.Kind;

/**
 * That something changed at a client, and no more than that: whoever wants to know what, asks.
 *
 * @param ticketId null where more than one ticket changed, or something else did
 * @param kind     the word of an entry's kind
 */
record Nudge(int tenant, UUID ticketId, String kind) {

    private static final String WARNING = Kind.WARNING.word();
    private static final Pattern FORM = Pattern.compile("(\\d+) (queue|[0-9a-f-]{36}) (\\w+)");

    static Nudge of(Entry entry) {
        return new Nudge(entry.tenantId(), entry.ticketId(), entry.kind().word());
    }

    /** @throws IllegalArgumentException for what is not the text of a nudge */
    static Nudge parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a nudge: " + text);
        }
        UUID ticket = matcher.group(2).equals("queue") ? null : UUID.fromString(matcher.group(2));
        return new Nudge(Integer.parseInt(matcher.group(1)), ticket, matcher.group(3));
    }

    /** Two changes of one transaction in one nudge; a warning is not lost among others. */
    Nudge and(Nudge later) {
        String loudest = kind.equals(WARNING) ? kind : later.kind;
        return new Nudge(tenant, later.ticketId != null && later.ticketId.equals(ticketId) ? ticketId : null, loudest);
    }

    String text() {
        return tenant + " " + (ticketId == null ? "queue" : ticketId) + " " + kind;
    }

    /** What a browser is told: {@code ticket 0190a1b2-... message} or {@code queue change}. */
    String hint() {
        return (ticketId == null ? "queue" : "ticket " + ticketId) + " " + kind;
    }
}
