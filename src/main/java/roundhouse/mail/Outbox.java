package roundhouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import roundhouse.tenancy.Units;

/** Mail that was written: on its way, sent, kept, or given up. */
@ApplicationScoped
class Outbox {

    private final Units units;
    private final Session entities;

    Outbox(Units units, Session entities) {
        this.units = units;
        this.entities = entities;
    }

    record Claimed(Integer tenantId, UUID id) {
    }

    /** @param writtenAt since when it is tried */
    record Waiting(Letter letter, int attempts, Instant writtenAt) {
    }

    record Earlier(String messageId) {
    }

    /** A letter as administrators look back on it. */
    record Past(Instant writtenAt, String senderName, String sender, String recipient, String subject, String text, String state, Integer attempts,
                String lastError) {
    }

    void put(Letter letter, Instant at) {
        entities.createNativeMutationQuery("""
                        insert into outbox (tenant_id, id, ticket_id, occasion, message_id, earlier, sender_name, sender, recipient, subject, text, html,
                          written_at, due_at, state)
                        values (:tenant, :id, :ticket, :occasion, :messageId, :earlier, :senderName, :sender, :recipient, :subject, :text, :html,
                          :at, :at, 'waiting')""")
                .setParameter("tenant", units.open().tenant()).setParameter("id", letter.id()).setParameter("ticket", letter.ticketId())
                .setParameter("occasion", letter.occasion().word()).setParameter("messageId", letter.messageId())
                .setParameter("earlier", String.join(" ", letter.earlier())).setParameter("senderName", letter.senderName())
                .setParameter("sender", letter.sender()).setParameter("recipient", letter.recipient()).setParameter("subject", letter.subject())
                .setParameter("text", letter.text()).setParameter("html", letter.html()).setParameter("at", at).executeUpdate();
    }

    /** Message-IDs of what went to this address about this ticket, oldest first. */
    List<String> earlier(UUID ticketId, String recipient) {
        return entities.createNativeQuery("select * from earlier_mail(:ticket, :recipient)", Earlier.class)
                .setParameter("ticket", ticketId).setParameter("recipient", recipient).getResultStream().map(Earlier::messageId).toList();
    }

    /** By the database's clock, and not again for five minutes, over any number of replicas. Opens its own unit of work. */
    List<Claimed> claim(int most) {
        return units.claiming(() -> entities.createNativeQuery("select tenant_id, id from claim_mail(:most)", Claimed.class)
                .setParameter("most", most).getResultList());
    }

    Optional<Waiting> waiting(UUID id) {
        return entities.createNativeQuery("""
                        select id, ticket_id, occasion, message_id, earlier, sender_name, sender, recipient, subject, text, html, attempts, written_at
                        from outbox where tenant_id = :tenant and id = :id and state = 'waiting'""", Object[].class)
                .setParameter("tenant", units.open().tenant()).setParameter("id", id).getResultStream().findFirst().map(Outbox::waiting);
    }

    /** Of all clients that the open unit of work reaches. */
    List<Past> newest(int most) {
        return entities.createNativeQuery("""
                        select written_at, sender_name, sender, recipient, subject, text, state, attempts, last_error from outbox
                        where tenant_id = any (:reach) order by written_at desc, id desc limit :most""", Past.class)
                .setParameter("reach", units.open().reach().array()).setParameter("most", most).getResultList();
    }

    void sent(UUID id, Instant at) {
        change("state = 'sent', attempts = attempts + 1, sent_at = :at, last_error = null", id, at, null);
    }

    /** There is no mail server to send it by. */
    void kept(UUID id, Instant at) {
        change("state = 'kept', sent_at = :at", id, at, null);
    }

    /** @param at when it is tried again */
    void failed(UUID id, Instant at, String error) {
        change("attempts = attempts + 1, due_at = :at, claimed_until = '-infinity', last_error = :error", id, at, error);
    }

    void givenUp(UUID id, Instant at, String error) {
        change("state = 'given_up', attempts = attempts + 1, due_at = :at, last_error = :error", id, at, error);
    }

    private void change(String change, UUID id, Instant at, String error) {
        var query = entities.createNativeMutationQuery("update outbox set " + change + " where tenant_id = :tenant and id = :id")
                .setParameter("tenant", units.open().tenant()).setParameter("id", id).setParameter("at", at);
        if (error != null) {
            query.setParameter("error", error);
        }
        query.executeUpdate();
    }

    private static Waiting waiting(Object[] row) {
        String earlier = (String) row[4];
        return new Waiting(new Letter((UUID) row[0], (UUID) row[1], Occasion.of((String) row[2]), (String) row[3],
                earlier.isEmpty() ? List.of() : List.of(earlier.split(" ")), (String) row[5], (String) row[6], (String) row[7], (String) row[8],
                (String) row[9], (String) row[10]), ((Number) row[11]).intValue(), (Instant) row[12]);
    }
}
