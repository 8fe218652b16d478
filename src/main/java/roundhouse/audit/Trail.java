package roundhouse.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.tenancy.Batch;
import roundhouse.tenancy.Key;
import roundhouse.tenancy.Unit;
import roundhouse.tenancy.Units;

/** The trail of everything that was changed or opened. Every verb of the house ends here. */
@ApplicationScoped
public class Trail {

    private static final Duration OPENING = Duration.ofMinutes(15);
    private static final String FOUND = """
            with found as (select * from unnest(%s) n(id, at, ticket_id, kind, detail, by_user, by_name, by_side, channel))
            insert into entry (tenant_id, id, at, about, ticket_id, kind, public, detail, by_user, by_name, by_side, channel)
            select ?, id, at, 'ticket', ticket_id, kind, false, detail, by_user, by_name, by_side, channel from found""";
    private static final List<String> FOUND_TYPES = List.of("uuid", "timestamptz", "uuid", "text", "text", "text", "text", "text", "text");

    private final Units units;
    private final Session entities;
    private final Event<Recorded> recorded;
    private final Cache<UUID, Boolean> openings = Caffeine.newBuilder().expireAfterWrite(OPENING).maximumSize(100_000).build();

    Trail(Units units, Session entities, Event<Recorded> recorded) {
        this.units = units;
        this.entities = entities;
        this.recorded = recorded;
    }

    /** An entry of a ticket's own history. */
    public Entry record(UUID ticketId, Kind kind, boolean visibleToClient, String body, String detail, By by) {
        return keep(new Entry(Key.fresh(units.open()), "ticket", ticketId, kind, visibleToClient, body, detail, by), by);
    }

    /** What nobody did to a ticket of the open unit of work, and when: {@code resolution missed}. */
    public record Found(UUID ticketId, Kind kind, String detail, Instant at) {

        private Recorded recorded(Unit unit, Channel channel) {
            By by = By.roundhouse(at, channel);
            return new Recorded(new Entry(Key.fresh(unit), "ticket", ticketId, kind, false, null, detail, by), by);
        }
    }

    /** What the service found by itself, of many tickets by one statement. It is not the client's to read. */
    public void record(List<Found> found, Channel channel) {
        List<Recorded> told = found.stream().map(each -> each.recorded(units.open(), channel)).toList();
        Batch.together(entities, FOUND, units.open().tenant(), FOUND_TYPES, told.stream().map(Recorded::entry).map(entry -> Arrays.<Object>asList(entry.id(), entry.at(),
                entry.ticketId(), entry.kind(), entry.detail(), entry.byUser(), entry.byName(), entry.bySide().word(), entry.channel())).toList());
        told.forEach(recorded::fire);
    }

    /** An entry about something that is no ticket. */
    public Entry record(String about, String detail, By by) {
        return keep(new Entry(Key.fresh(units.open()), about, null, Kind.CHANGE, false, null, detail, by), by);
    }

    /** Staff read a client's ticket: told once for a person, ticket and quarter of an hour, whichever replica they read it on. */
    public void opened(UUID ticketId, By by) {
        long quarter = by.at().getEpochSecond() / OPENING.toSeconds();
        UUID once = UUID.nameUUIDFromBytes((by.person() + " " + ticketId + " " + quarter).getBytes(StandardCharsets.UTF_8));
        if (openings.getIfPresent(once) != null) {
            return;
        }
        entities.createNativeQuery("""
                        insert into entry (tenant_id, id, at, about, ticket_id, kind, public, person_id, by_user, by_name, by_side, channel)
                        values (:tenant, :id, :at, 'ticket', :ticket, 'OPENING', false, :person, :user, :name, :side, :channel)
                        on conflict do nothing""")
                .setParameter("tenant", units.open().tenant()).setParameter("id", once).setParameter("at", by.at())
                .setParameter("ticket", ticketId).setParameter("person", by.person()).setParameter("user", by.user())
                .setParameter("name", by.name()).setParameter("side", by.side().word()).setParameter("channel", by.channel().word())
                .executeUpdate();
        openings.put(once, true);
    }

    /** Conversation and history of a ticket, oldest first, without who opened it. A client's unit gets what is public. */
    public List<Entry> of(UUID ticketId) {
        return entities.createQuery("""
                        select e from Entry e where e.key.tenantId = :tenant and e.ticketId = :ticket and e.kind <> :opening
                        order by e.at, e.key.id""", Entry.class)
                .setParameter("tenant", units.open().tenant()).setParameter("ticket", ticketId).setParameter("opening", Kind.OPENING)
                .getResultList();
    }

    /** The newest entry about something that is no ticket, as in {@code asset FW-01}. */
    public Optional<Entry> last(String about) {
        return entities.createQuery("select e from Entry e where e.key.tenantId = :tenant and e.about = :about order by e.at desc, e.key.id desc", Entry.class)
                .setParameter("tenant", units.open().tenant()).setParameter("about", about).setMaxResults(1).getResultStream().findFirst();
    }

    private Entry keep(Entry entry, By by) {
        entities.persist(entry);
        recorded.fire(new Recorded(entry, by));
        return entry;
    }
}
