package roundhouse.tickets;

import java.time.Instant;
import java.time.ZoneId;
import roundhouse.identity.FullName;
import roundhouse.sla.Calendar;
import roundhouse.tenancy.Tenant;
import roundhouse.web.TimeWords;

/**
 * One line of the queue as it is drawn.
 *
 * @param assignee  name, null for nobody
 * @param mine      whether the reader is the assignee
 * @param word      by when the requester was promised the next word, empty where they were not
 * @param lastWords what was said last, for a glance
 */
public record QueueLine(String ref, ClientMark client, String subject, String requester, Turn turn, String priority, String tier, String assignee,
                        boolean mine, Countdown due, String word, String lastWords, String lastBy) {

    static QueueLine of(QueueRow row, Tenant tenant, ClientMark mark, Calendar calendar, String reader, Instant now, ZoneId zone) {
        return new QueueLine(new Reference(tenant.prefix(), row.number()).toString(), mark, row.subject(), row.requester(), Turn.of(row),
                row.priority(), row.tier().equals("vendor") ? "Vendor" : "Tier " + row.tier(), row.assigneeName(), reader.equals(row.assignee()),
                Countdown.of(row, calendar, now, zone),
                row.wordAt() == null ? "" : TimeWords.moment(row.wordAt(), zone, now), row.lastWords(), row.lastBy());
    }

    /** What tells lines apart at once. To find a line drawn before, its texts are read to be compared; that is enough. */
    @Override
    public int hashCode() {
        return 31 * ref.hashCode() + due.words().hashCode();
    }

    public String initials() {
        return new FullName(assignee).initials();
    }

    public String assigneeFirst() {
        return new FullName(assignee).first();
    }
}
