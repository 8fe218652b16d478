package roundhouse.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail as it is sent, however often.
 *
 * @param messageId with its angle brackets
 * @param earlier   Message-IDs of what went to this person about this ticket before, oldest first
 */
record Letter(UUID id, UUID ticketId, Occasion occasion, String messageId, List<String> earlier, String senderName, String sender,
              String recipient, String subject, String text, String html) {

    /** Nobody answers a machine: receipts say that one wrote them (RFC 3834). */
    boolean isAutomatic() {
        return occasion == Occasion.RECEIVED || occasion == Occasion.WARNED;
    }
}
