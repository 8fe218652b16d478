package roundhouse.tickets;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import roundhouse.sla.Priority;
import roundhouse.web.Refused;

/** The place of a row in the queue, so that a page can go on behind it whatever came and went meanwhile. */
record QueueCursor(String priority, String due, String updated, int tenant, int number) {

    static QueueCursor of(QueueRow row) {
        return new QueueCursor(row.priority(), row.dueAt() == null ? "infinity" : row.dueAt().toString(), row.updatedAt().toString(),
                row.tenantId(), row.number());
    }

    static QueueCursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (!parts[1].equals("infinity")) {
                Instant.parse(parts[1]);
            }
            return new QueueCursor(Priority.valueOf(parts[0]).name(), parts[1], Instant.parse(parts[2]).toString(),
                    Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException e) {
            throw Refused.field("cursor", "This cursor is not one of ours: leave it out to begin with the first page.");
        }
    }

    String text() {
        String joined = String.join("|", priority, due, updated, String.valueOf(tenant), String.valueOf(number));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }
}
