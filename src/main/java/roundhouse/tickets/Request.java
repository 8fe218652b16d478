package roundhouse.tickets;

import java.time.Instant;
import java.util.Optional;
import roundhouse.sla.Kind;
import roundhouse.tenancy.Tenant;

/**
 * A ticket as a page shows it to its client. {@link RequestView} is the same for scripts.
 *
 * @param requester   name
 * @param requesterId the person's number, to tell "you" from a colleague
 * @param question    what the client is asked, null where it is asked nothing
 * @param promise     null where nothing is promised now
 */
public record Request(String ref, String subject, PortalStatus status, String category, int requesterId, String requester, Instant createdAt,
                      Instant updatedAt, Instant resolvedAt, Instant reopenUntil, String question, Promise promise) {

    /** What a client was promised next. Clocks between technicians are none of theirs. */
    public record Promise(Subject subject, Instant at) {

        public enum Subject {
            ANSWER, WORD, SOLUTION
        }

        static Optional<Promise> of(Kind kind, Instant at) {
            return switch (kind) {
                case FIRST_RESPONSE, NEXT_RESPONSE -> Optional.of(new Promise(Subject.ANSWER, at));
                case PERIODIC_UPDATE -> Optional.of(new Promise(Subject.WORD, at));
                case RESOLUTION -> Optional.of(new Promise(Subject.SOLUTION, at));
                case OWN, HANDOVER, VENDOR -> Optional.empty();
            };
        }
    }

    static Request of(Ticket ticket, Tenant tenant, Promise promise) {
        return new Request(new Reference(tenant.prefix(), ticket.number()).toString(), ticket.subject(),
                ticket.status().inThePortal(ticket.hold()), ticket.category(), ticket.requester().id(), ticket.requester().name(),
                ticket.createdAt(), ticket.updatedAt(), ticket.resolvedAt(), ticket.reopenUntil(),
                ticket.isWaitingForClient() ? ticket.hold().question() : null, promise);
    }
}
