package roundhouse.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.hibernate.Session;
import roundhouse.audit.Recorded;
import roundhouse.tenancy.BeforeCommit;

/**
 * Nudges every replica when a change is committed. PostgreSQL lets transactions that notify commit one after the other: each notifies once, as the
 * last thing it does.
 */
@ApplicationScoped
class NudgeOnRecorded {

    private final TransactionSynchronizationRegistry transaction;
    private final BeforeCommit beforeCommit;
    private final Session entities;

    NudgeOnRecorded(TransactionSynchronizationRegistry transaction, BeforeCommit beforeCommit, Session entities) {
        this.transaction = transaction;
        this.beforeCommit = beforeCommit;
        this.entities = entities;
    }

    void nudge(@Observes Recorded recorded) {
        if (!recorded.by().isLive()) {
            return;
        }
        Nudge nudge = Nudge.of(recorded.entry());
        Nudge before = (Nudge) transaction.getResource(Nudge.class);
        transaction.putResource(Nudge.class, before == null ? nudge : before.and(nudge));
        if (before == null) {
            beforeCommit.run(this::send);
        }
    }

    private void send() {
        Nudge nudge = (Nudge) transaction.getResource(Nudge.class);
        entities.doWork(connection -> {
            try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
                statement.setString(1, Ear.CHANNEL);
                statement.setString(2, nudge.text());
                statement.execute();
            }
        });
    }
}
