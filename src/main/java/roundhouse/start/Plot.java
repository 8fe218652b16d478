package roundhouse.start;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.Person;
import roundhouse.tickets.PassingTime;
import roundhouse.tickets.Submission;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.Tickets;

/**
 * All that happens to one ticket, made up before it is told.
 *
 * @param steps in the order in which they happened
 */
record Plot(Submission submission, By opener, List<Step> steps) {

    interface Verb {
        void on(Tickets tickets, Ticket ticket, By by);
    }

    record Step(By by, Verb verb) {
    }

    static By by(Person person, Instant at) {
        return new By(person.id(), person.user(), person.name(), person.side(), at, Channel.IMPORT);
    }

    /** Tells it, and then what time alone has brought until now. */
    void tell(Tickets tickets, PassingTime passing, Instant now) {
        Ticket ticket = tickets.submit(submission, opener);
        for (Step step : steps) {
            step.verb.on(tickets, ticket, step.by);
        }
        passing.catchUp(ticket, By.roundhouse(now, Channel.IMPORT));
    }

    static final class Draft {

        private final List<Step> steps = new ArrayList<>();
        private final Instant end;
        private Instant latest;

        Draft(Instant begin, Instant end) {
            this.latest = begin;
            this.end = end;
        }

        /** A story goes forward only. @return false where that would be in the future: the story stands open there */
        boolean then(Person who, Instant at, Verb verb) {
            latest = at.isBefore(latest) ? latest : at;
            return latest.isBefore(end) && steps.add(new Step(by(who, latest), verb));
        }

        List<Step> steps() {
            return steps;
        }
    }
}
