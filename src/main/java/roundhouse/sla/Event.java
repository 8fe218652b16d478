package roundhouse.sla;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Something that happened to a ticket and that its clocks care for. */
public sealed interface Event {
    Instant at();

    /** The word for it in stories and rows. */
    String type();

    /** @param moment when, in whole seconds */
    void happenTo(Course course, Instant moment);

    default EventRow row() {
        return new EventRow(at(), type(), null, null, null);
    }

    /** The first of them takes the ticket as somebody's own. */
    record Assign(Instant at) implements Event {
        @Override
        public String type() {
            return "assign";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.assign(moment);
        }
    }

    record StaffReply(Instant at) implements Event {
        @Override
        public String type() {
            return "staff_reply";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.publicEntry(moment);
        }
    }

    record Call(Instant at) implements Event {
        @Override
        public String type() {
            return "call";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.call(moment);
        }
    }

    record Note(Instant at) implements Event {
        @Override
        public String type() {
            return "note";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.note();
        }
    }

    /** An internal note that became public at that instant. */
    record NotePublished(Instant at) implements Event {
        @Override
        public String type() {
            return "note_published";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.publicEntry(moment);
        }
    }

    record ClientReply(Instant at) implements Event {
        @Override
        public String type() {
            return "client_reply";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.clientReply(moment);
        }
    }

    record Resume(Instant at) implements Event {
        @Override
        public String type() {
            return "resume";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.resume(moment);
        }
    }

    record Resolve(Instant at) implements Event {
        @Override
        public String type() {
            return "resolve";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.resolve(moment);
        }
    }

    record Reopen(Instant at) implements Event {
        @Override
        public String type() {
            return "reopen";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.reopen(moment);
        }
    }

    /** @param until when it ends by itself, or null */
    record Hold(Instant at, HoldReason reason, Instant until) implements Event {
        @Override
        public String type() {
            return "hold";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.hold(moment, reason, until);
        }

        @Override
        public EventRow row() {
            return new EventRow(at, type(), reason.word(), until, null);
        }
    }

    record PriorityChanged(Instant at, Priority to) implements Event {
        @Override
        public String type() {
            return "priority";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.changePriority(moment, to);
        }

        @Override
        public EventRow row() {
            return new EventRow(at, type(), null, null, to.name());
        }
    }

    /** @param to null for none */
    record CategoryChanged(Instant at, String to) implements Event {
        @Override
        public String type() {
            return "category";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.changeCategory(moment, to);
        }

        @Override
        public EventRow row() {
            return new EventRow(at, type(), null, null, to);
        }
    }

    /** @param to a tier, {@code 1} to {@code 3}, or {@code vendor} */
    record HandedOver(Instant at, String to) implements Event {
        @Override
        public String type() {
            return "handover";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.handOver(moment, to);
        }

        @Override
        public EventRow row() {
            return new EventRow(at, type(), null, null, to);
        }
    }

    /** Another ticket was merged into this one. @param childCreatedAt when that was asked */
    record Merged(Instant at, Instant childCreatedAt) implements Event {
        @Override
        public String type() {
            return "merge";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.merge(moment, childCreatedAt);
        }

        @Override
        public EventRow row() {
            return new EventRow(at, type(), null, childCreatedAt, null);
        }

        Instant asked() {
            return childCreatedAt == null ? null : childCreatedAt.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** This ticket was merged into another, which goes on for both. */
    record MergedAway(Instant at) implements Event {
        @Override
        public String type() {
            return "merged_away";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.mergeAway(moment);
        }
    }

    /**
     * A merge was taken back: clocks are as if it had never been.
     *
     * @param childCreatedAt on the ticket that went on, when the other one was asked; null on the one that was merged away
     */
    record MergeUndone(Instant at, Instant childCreatedAt) implements Event {
        @Override
        public String type() {
            return "unmerge";
        }

        /** Told by leaving the merge out of the story. */
        @Override
        public void happenTo(Course course, Instant moment) {
            throw new IllegalStateException("A merge is taken back by telling the story without it");
        }

        @Override
        public EventRow row() {
            return new EventRow(at(), type(), null, childCreatedAt, null);
        }

        boolean undoes(Event event) {
            return childCreatedAt == null ? event instanceof MergedAway
                    : event instanceof Merged merged && childCreatedAt.truncatedTo(ChronoUnit.SECONDS).equals(merged.asked());
        }
    }

    record Cancelled(Instant at, CancelReason reason) implements Event {
        @Override
        public String type() {
            return "cancel";
        }

        @Override
        public void happenTo(Course course, Instant moment) {
            course.cancel(moment);
        }

        @Override
        public EventRow row() {
            return new EventRow(at, type(), reason.word(), null, null);
        }
    }
}
