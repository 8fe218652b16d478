package roundhouse.live;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import roundhouse.audit.Recorded;

/**
 * Nudges every replica when a change is committed. PostgreSQL lets transactions that notify commit one after the other: each notifies once, as the
 * last thing it does.
 */
@ApplicationScoped
class NudgeOnRecorded {

    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry transaction;
    private final AgroalDataSource database;

    NudgeOnRecorded(TransactionManager transactions, TransactionSynchronizationRegistry transaction, AgroalDataSource database) {
        this.transactions = transactions;
        this.transaction = transaction;
        this.database = database;
    }

    void nudge(@Observes Recorded recorded) {
        if (!recorded.by().isLive()) {
            return;
        }
        Nudge nudge = Nudge.of(recorded.entry());
        Nudge before = (Nudge) transaction.getResource(Nudge.class);
        transaction.putResource(Nudge.class, before == null ? nudge : before.and(nudge));
        if (before == null) {
            sendBeforeCommit();
        }
    }

    /** Not as an interposed synchronization: the pool winds up its connection in one of those. */
    private void sendBeforeCommit() {
        try {
            transactions.getTransaction().registerSynchronization(new BeforeCommit());
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("A change could not announce itself", e);
        }
    }

    private class BeforeCommit implements Synchronization {

        @Override
        public void beforeCompletion() {
            if (transaction.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK) {
                return;
            }
            Nudge nudge = (Nudge) transaction.getResource(Nudge.class);
            try (var connection = database.getConnection(); var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
                statement.setString(1, Ear.CHANNEL);
                statement.setString(2, nudge.text());
                statement.execute();
            } catch (SQLException e) {
                throw new IllegalStateException("A change could not announce itself", e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            // PostgreSQL delivers on commit and only then: nothing is left to do
        }
    }
}
