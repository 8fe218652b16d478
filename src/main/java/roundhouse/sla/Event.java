package roundhouse.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Something that happened to a ticket and that its clocks care for. Instants count in whole seconds. */
public sealed interface Event {
    Instant at();

    /** The word for it in stories and rows. */
    String type();

    void happenTo(Course course);

    default Row row() {
        return new Row(at(), type(), null, null, null);
    }

    /**
     * An event as a table or a message keeps it; what its type does not need is null.
     *
     * @param reason of a hold
     * @param until  when a hold ends by itself
     * @param to     what it was changed to
     */
    record Row(Instant at, String type, String reason, Instant until, String to) {

        public static Row of(Event event) {
            return event.row();
        }

        /** @throws IllegalArgumentException with a sentence, where this is no event */
        public Event event() {
            return switch (type) {
                case "staff_reply" -> new StaffReply(at);
                case "call" -> new Call(at);
                case "note" -> new Note(at);
                case "client_reply" -> new ClientReply(at);
                case "hold" -> new Hold(at, HoldReason.named(reason).orElseThrow(() -> new IllegalArgumentException("no reason to hold: " + reason)), until);
                case "resume" -> new Resume(at);
                case "resolve" -> new Resolve(at);
                case "reopen" -> new Reopen(at);
                default -> throw new IllegalArgumentException("no such event: " + type);
            };
        }
    }

    private static Instant whole(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    record StaffReply(Instant at) implements Event {
        public StaffReply {
            at = whole(at);
        }
        public String type() {
            return "staff_reply";
        }
        public void happenTo(Course course) {
            course.staffReply(at);
        }
    }

    record Call(Instant at) implements Event {
        public Call {
            at = whole(at);
        }
        public String type() {
            return "call";
        }
        public void happenTo(Course course) {
            course.call(at);
        }
    }

    record Note(Instant at) implements Event {
        public Note {
            at = whole(at);
        }
        public String type() {
            return "note";
        }
        public void happenTo(Course course) {
            course.note();
        }
    }

    record ClientReply(Instant at) implements Event {
        public ClientReply {
            at = whole(at);
        }
        public String type() {
            return "client_reply";
        }
        public void happenTo(Course course) {
            course.clientReply(at);
        }
    }

    /** @param until when it ends by itself, or null */
    record Hold(Instant at, HoldReason reason, Instant until) implements Event {
        public Hold {
            at = whole(at);
            until = whole(until);
        }
        public String type() {
            return "hold";
        }
        public void happenTo(Course course) {
            course.hold(at, reason, until);
        }
        @Override
        public Row row() {
            return new Row(at, type(), reason.word(), until, null);
        }
    }

    record Resume(Instant at) implements Event {
        public Resume {
            at = whole(at);
        }
        public String type() {
            return "resume";
        }
        public void happenTo(Course course) {
            course.resume(at);
        }
    }

    record Resolve(Instant at) implements Event {
        public Resolve {
            at = whole(at);
        }
        public String type() {
            return "resolve";
        }
        public void happenTo(Course course) {
            course.resolve(at);
        }
    }

    record Reopen(Instant at) implements Event {
        public Reopen {
            at = whole(at);
        }
        public String type() {
            return "reopen";
        }
        public void happenTo(Course course) {
            course.reopen(at);
        }
    }
}
