package roundhouse.tickets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.sla.Clock;
import roundhouse.sla.Kind;
import roundhouse.sla.Nearing;

/**
 * What lies ahead of a ticket.
 *
 * @param attentionAt when time alone will bring something next, null for never
 * @param wordAt      by when the requester was promised the next word, null where they were not
 * @param warned      what staff were told just now, null for nothing
 */
record Outlook(Due due, Instant attentionAt, Instant wordAt, Warnings.Given warned) {

    static Outlook of(Ticket ticket, List<Clock> clocks, Warnings.Given warned, Instant now) {
        List<Clock> running = clocks.stream().filter(clock -> clock.state() == Clock.State.RUNNING && clock.dueAt() != null).toList();
        Due due = running.stream().min(Comparator.comparing(Clock::dueAt)).map(clock -> new Due(clock.dueAt(), clock.kind().word(), clock.calendar(),
                clock.budgetSeconds().intValue(), (int) clock.consumedSeconds(), now)).orElse(Due.NOTHING);
        Instant wordAt = running.stream().filter(clock -> clock.kind() == Kind.PERIODIC_UPDATE).map(Clock::dueAt).findFirst().orElse(null);
        return new Outlook(due, attentionAt(ticket, running, now), wordAt, warned);
    }

    private static Instant attentionAt(Ticket ticket, List<Clock> running, Instant now) {
        Stream<Instant> breaches = running.stream().filter(clock -> clock.verdict() == null).map(clock -> clock.dueAt().plusSeconds(1));
        Stream<Instant> nearings = running.stream().flatMap(clock -> clock.nearings().stream()).filter(nearing -> !nearing.hasCome(now)).map(Nearing::at);
        Instant holdEnds = ticket.status() != Status.PENDING ? null : ticket.hold().until();
        Instant closes = ticket.status() == Status.RESOLVED ? ticket.reopenUntil().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1) : null;
        return Stream.of(breaches, nearings, Stream.of(Optional.ofNullable(holdEnds), Optional.ofNullable(closes)).flatMap(Optional::stream))
                .flatMap(instants -> instants).min(Comparator.naturalOrder()).orElse(null);
    }
}
