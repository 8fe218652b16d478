package roundhouse.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import roundhouse.sla.Kind;
import roundhouse.tenancy.DatabaseTime;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Units;

/** What the clocks would say if every story of a period were told anew. A dry run: it stores nothing and deletes nothing. */
@ApplicationScoped
public class Repair {

    /** By which calendars and policies a story is told anew. */
    public enum Terms {
        /** Those that stood while it happened. */
        THEN,
        /** Those that stand now, as if they had always stood. */
        NOW;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param refused numbers of tickets whose story the engine refuses */
    public record Told(long tickets, long clocks, List<Integer> refused) {
    }

    /** So many are held in memory at once. */
    private static final int TOGETHER = 500;
    private static final UUID FIRST = new UUID(0, 0);
    /** A timer may ring between two questions of the second telling too. */
    private static final int AGAIN = 3;
    /** A second after something is due its timer rings; until then it has not happened. */
    private static final Duration JUST_BEFORE = Duration.ofSeconds(1);

    private final Units units;
    private final Session entities;
    private final Retelling retelling;
    private final Timers timers;
    private final DatabaseTime time;

    Repair(Units units, Session entities, Retelling retelling, Timers timers, DatabaseTime time) {
        this.units = units;
        this.entities = entities;
        this.retelling = retelling;
        this.timers = timers;
        this.time = time;
    }

    /**
     * Tells every ticket anew that had a clock in the period. Opens units of work of its own, one for some hundred tickets: not to be called in one.
     *
     * @param end         the first instant after the period
     * @param differences takes each one of the period, in the order in which the tickets were asked
     */
    public Told over(int tenant, Side side, int person, Instant begin, Instant end, Terms terms, Consumer<Difference> differences) {
        long tickets = 0;
        long clocks = 0;
        List<Integer> refused = new ArrayList<>();
        UUID after = FIRST;
        List<Retelling.Born> some;
        do {
            UUID last = after;
            record Step(List<Retelling.Born> born, Retelling.Outcome outcome) { }
            Step step = units.inside(tenant, side, person, () -> {
                List<Retelling.Born> born = touching(begin, end, last);
                return new Step(born, retold(born, terms));
            });
            some = step.born();
            tickets += some.size();
            clocks += step.outcome().clocks();
            refused.addAll(step.outcome().refused());
            step.outcome().differences().stream().filter(difference -> difference.isOf(begin, end)).forEach(differences);
            after = some.isEmpty() ? after : some.get(some.size() - 1).id();
        } while (some.size() == TOGETHER);
        return new Told(tickets, clocks, refused);
    }

    /**
     * Each step at its own instant: tickets live on while the first ones are told. One that was changed between the questions of a telling differs from
     * itself or is refused, and is so no more when it is told again. What two tellings in a row say alike is so.
     */
    private Retelling.Outcome retold(List<Retelling.Born> born, Terms terms) {
        Instant now = time.now();
        Retelling.Outcome told = retelling.of(born, terms, now, now);
        int clocks = told.clocks();
        boolean settled = told.isWithoutSuspects();
        for (int again = 0; again < AGAIN && !settled; again++) {
            Retelling.Outcome before = told;
            told = toldAgain(before.suspects(born), terms);
            settled = told.isWithoutSuspects() || told.saysTheSameAs(before);
        }
        return new Retelling.Outcome(told.differences(), clocks, told.refused());
    }

    /** One whose timer is due and has not rung yet is told as it stood until then. */
    private Retelling.Outcome toldAgain(List<Retelling.Born> suspects, Terms terms) {
        Instant then = time.now();
        Map<UUID, Instant> late = timers.overdue(suspects.stream().map(Retelling.Born::id).toList(), then);
        return suspects.stream().collect(Collectors.groupingBy(ticket -> late.containsKey(ticket.id()) ? late.get(ticket.id()).minus(JUST_BEFORE) : then))
                .entrySet().stream().map(alike -> retelling.of(alike.getValue(), terms, alike.getKey(), then)).reduce(Retelling.Outcome.NOTHING, Retelling.Outcome::and);
    }

    /** One clock of one ticket in the open unit of work; empty where nothing of it would change. */
    public Optional<Difference> of(Ticket ticket, Kind kind, int instance, Terms terms, Instant now) {
        Retelling.Born born = new Retelling.Born(ticket.id(), ticket.number(), ticket.bornPriority().name(), ticket.bornCategory(), ticket.asset(),
                ticket.createdAt());
        return retelling.of(List.of(born), terms, now, now).differences().stream()
                .filter(difference -> difference.kind() == kind && difference.instance() == instance).findFirst();
    }

    private List<Retelling.Born> touching(Instant begin, Instant end, UUID after) {
        return entities.createNativeQuery("""
                        select t.id, t.number, t.born_priority, t.born_category, t.asset, t.created_at from ticket t
                        where t.tenant_id = :tenant and t.id > :after and t.created_at < :end
                          and exists (select from clock c where c.tenant_id = :tenant and c.ticket_id = t.id
                                      and (c.stopped_at is null or c.stopped_at >= :begin))
                        order by t.id limit :most""", Retelling.Born.class)
                .setParameter("tenant", units.open().tenant()).setParameter("after", after).setParameter("begin", begin).setParameter("end", end)
                .setParameter("most", TOGETHER).getResultList();
    }
}
