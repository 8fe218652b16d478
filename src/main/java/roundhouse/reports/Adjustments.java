package roundhouse.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import roundhouse.audit.Trail;
import roundhouse.identity.By;
import roundhouse.sla.Kind;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;
import roundhouse.tickets.Reference;
import roundhouse.tickets.Repair;
import roundhouse.tickets.Ticket;
import roundhouse.tickets.Tickets;
import roundhouse.web.NotFound;
import roundhouse.web.Refused;

/**
 * What is to count otherwise than it was judged, at the client of the open unit of work: one person proposes, another approves or declines. The
 * verdict itself is never touched.
 */
@ApplicationScoped
class Adjustments {

    private static final String ALL = """
            select a.id, t.number, a.kind, a.instance, a.was, a.was_due_at as wasDueAt, a.verdict, a.due_at as dueAt, a.basis, a.reason,
              a.by_user as proposer, a.by_name as proposerName, a.proposed_at as proposedAt, a.person_id as proposerId,
              d.approved, d.by_user as decider, d.by_name as deciderName, d.at as decidedAt, d.note, a.ticket_id as ticketId
            from adjustment a
            join ticket t on t.tenant_id = :tenant and t.id = a.ticket_id
            left join adjustment_decision d on d.tenant_id = :tenant and d.adjustment_id = a.id
            where a.tenant_id = :tenant
            """;

    private record Line(UUID id, Integer number, String kind, Integer instance, String was, Instant wasDueAt, String verdict, Instant dueAt, String basis,
                        String reason, String proposer, String proposerName, Instant proposedAt, Integer proposerId, Boolean approved, String decider,
                        String deciderName, Instant decidedAt, String note, UUID ticketId) {

        private Adjustment.State state() {
            return approved == null ? Adjustment.State.OPEN : approved ? Adjustment.State.APPROVED : Adjustment.State.DECLINED;
        }
    }

    private record Judged(String verdict, Instant dueAt, Instant judgedAt) {
    }

    /** What a clock should count as. @param at where it counts, if it was not judged */
    private record Proposal(AdjustedVerdict verdict, Instant dueAt, Instant at) {
    }

    private final Units units;
    private final Session entities;
    private final Tickets tickets;
    private final Repair repair;
    private final Trail trail;

    Adjustments(Units units, Session entities, Tickets tickets, Repair repair, Trail trail) {
        this.units = units;
        this.entities = entities;
        this.tickets = tickets;
        this.repair = repair;
        this.trail = trail;
    }

    /** The open ones first, the latest before the earlier. @param state null for all */
    List<Adjustment> all(Tenant client, Adjustment.State state) {
        return entities.createNativeQuery(ALL + "order by d.at is not null, coalesce(d.at, a.proposed_at) desc, a.id desc", Line.class)
                .setParameter("tenant", client.id()).getResultStream().filter(line -> state == null || line.state() == state)
                .map(line -> view(client, line)).toList();
    }

    /** All of them, or, where one cannot be proposed, none. */
    List<Adjustment> propose(Tenant client, AdjustmentForm form, By by) {
        List<UUID> proposed = new ArrayList<>();
        for (AdjustmentForm.OfClock of : form.clocks()) {
            proposed.add(propose(client, of, form, by));
        }
        return proposed.stream().map(id -> view(client, line(id).orElseThrow())).toList();
    }

    /** @param note may be null where it is approved */
    Adjustment decide(Tenant client, UUID id, boolean approved, String note, By by) {
        Line line = line(id).orElseThrow(NotFound::new);
        if (line.state() != Adjustment.State.OPEN) {
            throw new Refused("This was " + line.state().word() + " already, by " + line.deciderName() + ". Propose anew if it should be otherwise.");
        }
        if (line.proposerId() == by.person()) {
            throw new Refused("You proposed this yourself: somebody else has to approve or decline it.");
        }
        Judged judged = judged(line.ticketId(), Kind.of(line.kind()), line.instance()).orElse(null);
        if (approved && (judged == null || AdjustedVerdict.of(judged.verdict()) != AdjustedVerdict.of(line.was()))) {
            throw new Refused("The clock was judged otherwise since this was proposed. Decline it, and propose anew what should hold.");
        }
        int written = entities.createNativeMutationQuery("""
                        insert into adjustment_decision (tenant_id, adjustment_id, approved, note, at, person_id, by_user, by_name)
                        values (:tenant, :id, :approved, :note, :at, :person, :user, :name) on conflict do nothing""")
                .setParameter("tenant", client.id()).setParameter("id", id).setParameter("approved", approved).setParameter("note", note)
                .setParameter("at", by.at()).setParameter("person", by.person()).setParameter("user", by.user()).setParameter("name", by.name())
                .executeUpdate();
        if (written == 0) {
            throw new Refused("Somebody else decided this a moment ago. Look at what they said.");
        }
        Adjustment decided = view(client, line(id).orElseThrow());
        trail.record(line.ticketId(), roundhouse.audit.Kind.ADJUSTMENT, false, note, words(decided) + (approved ? ", approved" : ", declined"), by);
        return decided;
    }

    private UUID propose(Tenant client, AdjustmentForm.OfClock of, AdjustmentForm form, By by) {
        Ticket ticket = Reference.of(of.ref()).filter(reference -> reference.prefix().equals(client.prefix()))
                .flatMap(reference -> tickets.numbered(reference.number()))
                .orElseThrow(() -> Refused.field("clocks", "This client has no ticket " + of.ref() + "."));
        String name = of.ref() + ", " + of.kind().title() + (of.number() > 1 ? " " + of.number() : "");
        Judged judged = judged(ticket.id(), of.kind(), of.number())
                .orElseThrow(() -> Refused.field("clocks", name + ": there is no such promise. Its ticket shows which clocks it has."));
        Proposal proposal = form.terms() == null ? new Proposal(form.verdict(), null, null) : told(ticket, of, form.terms(), by.at());
        if (proposal.verdict() == AdjustedVerdict.of(judged.verdict())) {
            throw Refused.field("clocks", name + " counts as " + proposal.verdict().title() + " as it is: there is nothing to adjust.");
        }
        Instant counts = judged.judgedAt() != null ? judged.judgedAt() : proposal.at() != null ? proposal.at() : by.at();
        if (isProposed(ticket.id(), of)) {
            throw Refused.field("clocks", name + ": somebody proposed an adjustment already. It has to be approved or declined first.");
        }
        UUID id = Key.freshId();
        entities.createNativeMutationQuery("""
                        insert into adjustment (tenant_id, id, ticket_id, kind, instance, was, was_due_at, verdict, due_at, judged_at, basis, reason,
                          proposed_at, person_id, by_user, by_name)
                        values (:tenant, :id, :ticket, :kind, :instance, :was, cast(:wasDue as timestamptz), :verdict, cast(:due as timestamptz), :counts,
                          :basis, :reason, :at, :person, :user, :name)""")
                .setParameter("tenant", client.id()).setParameter("id", id).setParameter("ticket", ticket.id()).setParameter("kind", of.kind().word())
                .setParameter("instance", of.number()).setParameter("was", judged.verdict()).setParameter("wasDue", judged.dueAt())
                .setParameter("verdict", proposal.verdict().word()).setParameter("due", proposal.dueAt()).setParameter("counts", counts)
                .setParameter("basis", form.basis().word()).setParameter("reason", form.reason().strip()).setParameter("at", by.at())
                .setParameter("person", by.person()).setParameter("user", by.user()).setParameter("name", by.name()).executeUpdate();
        Adjustment adjustment = view(client, line(id).orElseThrow());
        trail.record(ticket.id(), roundhouse.audit.Kind.ADJUSTMENT, false, adjustment.reason(), words(adjustment) + ", proposed", by);
        return id;
    }

    private Proposal told(Ticket ticket, AdjustmentForm.OfClock of, Repair.Terms terms, Instant now) {
        return repair.of(ticket, of.kind(), of.number(), terms, now)
                .filter(difference -> difference.isOfVerdict())
                .map(difference -> difference.becomes() == null ? new Proposal(AdjustedVerdict.UNJUDGED, null, null) : new Proposal(
                        AdjustedVerdict.of(difference.becomes().verdict()), difference.becomes().dueAt(), difference.becomes().judgedAt()))
                .orElseThrow(() -> Refused.field("clocks", of.ref() + ", " + of.kind().title() + ": told anew it says the same. There is nothing to adjust."));
    }

    record Proposed(Boolean already) {
    }

    private boolean isProposed(UUID ticket, AdjustmentForm.OfClock of) {
        return entities.createNativeQuery("""
                        select exists (select from adjustment a where a.tenant_id = :tenant and a.ticket_id = :ticket and a.kind = :kind
                          and a.instance = :instance
                          and not exists (select from adjustment_decision d where d.tenant_id = :tenant and d.adjustment_id = a.id))""", Proposed.class)
                .setParameter("tenant", units.open().tenant()).setParameter("ticket", ticket).setParameter("kind", of.kind().word())
                .setParameter("instance", of.number()).getSingleResult().already();
    }

    /** The last of its instance: those before it were superseded. Empty where nothing was promised. */
    private Optional<Judged> judged(UUID ticket, Kind kind, int instance) {
        return entities.createNativeQuery("""
                        select verdict, due_at as dueAt, judged_at as judgedAt from clock
                        where tenant_id = :tenant and ticket_id = :ticket and kind = :kind and instance = :instance and promised and state <> 'superseded'""",
                        Judged.class)
                .setParameter("tenant", units.open().tenant()).setParameter("ticket", ticket).setParameter("kind", kind.word())
                .setParameter("instance", instance).getResultStream().findFirst();
    }

    private Optional<Line> line(UUID id) {
        return entities.createNativeQuery(ALL + "and a.id = :id", Line.class).setParameter("tenant", units.open().tenant()).setParameter("id", id)
                .getResultStream().findFirst();
    }

    private static String words(Adjustment adjustment) {
        return adjustment.kind().title() + (adjustment.instance() > 1 ? " " + adjustment.instance() : "") + ": " + adjustment.was().title() + " to "
                + adjustment.verdict().title();
    }

    private static Adjustment view(Tenant client, Line line) {
        return new Adjustment(line.id(), new Reference(client.prefix(), line.number()).toString(), Kind.of(line.kind()), line.instance(),
                AdjustedVerdict.of(line.was()), line.wasDueAt(), AdjustedVerdict.of(line.verdict()), line.dueAt(),
                Adjustment.Basis.valueOf(line.basis().toUpperCase(Locale.ROOT)), line.reason(), line.state(),
                new Adjustment.Signature(line.proposer(), line.proposerName(), line.proposedAt()),
                line.approved() == null ? null : new Adjustment.Signature(line.decider(), line.deciderName(), line.decidedAt()), line.note());
    }
}
