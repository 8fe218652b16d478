package roundhouse.mail;

import java.util.Locale;
import java.util.Optional;
import roundhouse.audit.Entry;
import roundhouse.audit.Kind;
import roundhouse.tenancy.Side;
import roundhouse.tickets.Ticket;

/** When a requester hears from us; of warnings, staff. */
enum Occasion {
    RECEIVED, ANSWERED, SOLVED, WARNED;

    /** Empty for what is no business of the requester's: notes and whatever else is internal, their own words, a colleague's. */
    static Optional<Occasion> of(Entry entry, Ticket ticket) {
        if (!entry.isPublic()) {
            return Optional.empty();
        }
        boolean begins = entry.kind() == Kind.MESSAGE && entry.at().equals(ticket.createdAt());
        if (begins) {
            return Optional.of(RECEIVED);
        }
        boolean ofStaff = entry.bySide() == Side.STAFF && !Integer.valueOf(ticket.requester().id()).equals(entry.personId());
        if (!ofStaff) {
            return Optional.empty();
        }
        return switch (entry.kind()) {
            case MESSAGE, CALL -> Optional.of(ANSWERED);
            case RESOLUTION -> Optional.of(SOLVED);
            case NOTE, TIME, STATUS, ASSIGNMENT, PRIORITY, CATEGORY, HOLD, RESUMPTION, REOPENING, HANDOVER, MERGE, SEPARATION, CANCELLATION, PUBLICATION,
                 WARNING, DUE, BREACH, CAUSE, ADJUSTMENT, OPENING, CHANGE -> Optional.empty();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Occasion of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
