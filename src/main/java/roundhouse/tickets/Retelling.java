package roundhouse.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import roundhouse.sla.Clock;
import roundhouse.sla.Engine;
import roundhouse.sla.Event;
import roundhouse.sla.EventRow;
import roundhouse.sla.Kind;
import roundhouse.sla.Policies;
import roundhouse.sla.Priority;
import roundhouse.sla.Story;
import roundhouse.sla.StoryRefused;
import roundhouse.sla.Timeline;
import roundhouse.tenancy.Units;

/** Tells the stories of some tickets of the client of the open unit of work anew, beside what is stored of their clocks. Writes nothing. */
@ApplicationScoped
class Retelling {

    /** Of the clocks of one instance the last: those before it were superseded. */
    private record Name(Kind kind, int instance) {
    }

    private record Stored(UUID ticketId, String kind, Integer instance, String priority, Boolean promised, String state, String verdict, Instant dueAt,
                          Instant judgedAt) {

        private Name name() {
            return new Name(Kind.of(kind), instance);
        }

        private Difference.Judgement judgement() {
            return new Difference.Judgement(Stream.of(Clock.Verdict.values()).filter(known -> known.word().equals(verdict)).findFirst().orElse(null),
                    dueAt, judgedAt);
        }
    }

    private record Told(UUID ticketId, Instant at, String type, String reason, Instant until, String target) {

        private Event event() {
            return new EventRow(at, type, reason, until, target).event();
        }
    }

    /** What of a ticket its story begins with. */
    record Born(UUID id, Integer number, String priority, String category, String asset, Instant createdAt) {
    }

    /** @param clocks how many were told */
    record Outcome(List<Difference> differences, int clocks, List<Integer> refused) {

        static final Outcome NOTHING = new Outcome(List.of(), 0, List.of());

        Outcome and(Outcome other) {
            return new Outcome(Stream.concat(differences.stream(), other.differences.stream()).toList(), clocks + other.clocks,
                    Stream.concat(refused.stream(), other.refused.stream()).toList());
        }

        boolean isWithoutSuspects() {
            return differences.isEmpty() && refused.isEmpty();
        }

        /** In whichever order. */
        boolean saysTheSameAs(Outcome other) {
            return Set.copyOf(differences).equals(Set.copyOf(other.differences)) && Set.copyOf(refused).equals(Set.copyOf(other.refused));
        }

        /** Those of them that differ or were refused. */
        List<Born> suspects(List<Born> born) {
            Set<Integer> numbers = Stream.concat(differences.stream().map(Difference::number), refused.stream()).collect(Collectors.toSet());
            return born.stream().filter(ticket -> numbers.contains(ticket.number())).toList();
        }
    }

    private final Units units;
    private final Session entities;
    private final Policies policies;

    Retelling(Units units, Session entities, Policies policies) {
        this.units = units;
        this.entities = entities;
        this.policies = policies;
    }

    /**
     * Every difference, of verdict or due instant, and the numbers of those tickets whose story the engine refuses.
     *
     * @param at  until when they are told
     * @param now by whose terms, where it is by those of now
     */
    Outcome of(List<Born> tickets, Repair.Terms terms, Instant at, Instant now) {
        UUID[] ids = tickets.stream().map(Born::id).toArray(UUID[]::new);
        Map<UUID, List<Event>> events = new HashMap<>();
        rows("select ticket_id, at, type, reason, until, target from happening where tenant_id = :tenant and ticket_id = any (:tickets) order by ticket_id, place",
                Told.class, ids).forEach(told -> events.computeIfAbsent(told.ticketId(), id -> new ArrayList<>()).add(told.event()));
        Map<UUID, Map<Name, Stored>> stored = new HashMap<>();
        rows("""
                select ticket_id, kind, instance, priority, promised, state, verdict, due_at, judged_at from clock
                where tenant_id = :tenant and ticket_id = any (:tickets) and state <> 'superseded'""", Stored.class, ids)
                .forEach(clock -> stored.computeIfAbsent(clock.ticketId(), id -> new HashMap<>()).put(clock.name(), clock));
        List<Difference> differences = new ArrayList<>();
        List<Integer> refused = new ArrayList<>();
        int clocks = 0;
        for (Born ticket : tickets) {
            try {
                List<Clock> told = Engine.clocks(promises(ticket, terms, now), story(ticket, events.getOrDefault(ticket.id(), List.of())), at);
                clocks += told.size();
                differences.addAll(compared(ticket, stored.getOrDefault(ticket.id(), Map.of()), told));
            } catch (StoryRefused e) {
                refused.add(ticket.number());
            }
        }
        return new Outcome(differences, clocks, refused);
    }

    private static List<Difference> compared(Born ticket, Map<Name, Stored> stored, List<Clock> told) {
        Map<Name, Stored> left = new HashMap<>(stored);
        List<Difference> differences = new ArrayList<>();
        for (Clock clock : told) {
            if (clock.state() != Clock.State.SUPERSEDED) {
                Stored before = left.remove(new Name(clock.kind(), clock.instance()));
                if (clock.promised() || before != null && before.promised()) {
                    differences.add(new Difference(ticket.id(), ticket.number(), clock.kind(), clock.instance(), clock.priority(),
                            before == null ? null : before.judgement(), Difference.Judgement.of(clock)));
                }
            }
        }
        left.forEach((name, gone) -> differences.add(new Difference(ticket.id(), ticket.number(), name.kind(), name.instance(),
                Priority.valueOf(gone.priority()), gone.judgement(), null)));
        return differences.stream().filter(Difference::isSome).toList();
    }

    private Timeline promises(Born ticket, Repair.Terms terms, Instant now) {
        return switch (terms) {
            case THEN -> policies.timeline(ticket.createdAt());
            case NOW -> Timeline.of(policies.promises(now));
        };
    }

    private static Story story(Born ticket, List<Event> events) {
        return new Story(Priority.valueOf(ticket.priority()), ticket.category(), ticket.asset(), ticket.createdAt(), events);
    }

    private <T> List<T> rows(String sql, Class<T> type, UUID[] tickets) {
        return entities.createNativeQuery(sql, type).setParameter("tenant", units.open().tenant()).setParameter("tickets", tickets).getResultList();
    }
}
