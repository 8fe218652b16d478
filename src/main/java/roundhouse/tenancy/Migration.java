package roundhouse.tenancy;

import io.quarkus.liquibase.LiquibaseFactory;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.jvm.JdbcConnection;
import liquibase.ui.LoggerUIService;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Brings the tables to what this version needs, before anything else begins. Liquibase takes a fifth of the time to ready to find that there is nothing
 * to do, so it is asked only where the folder of changes is another than the one that stands written at its own table as done.
 */
@ApplicationScoped
class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class);
    /** The scheduler begins with 0. */
    private static final int BEFORE_ALL_OTHERS = -100;
    private static final String CHANGES = "db/changes";

    private final Units units;
    private final Session entities;
    private final LiquibaseFactory liquibases;

    Migration(Units units, Session entities, LiquibaseFactory liquibases) {
        this.units = units;
        this.entities = entities;
        this.liquibases = liquibases;
    }

    record Done(String changes) {
    }

    void migrate(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent started) {
        String wanted = digest();
        if (wanted.equals(done())) {
            return;
        }
        LOG.info("Bringing the tables to what this version needs");
        try (Liquibase liquibase = liquibases.createLiquibase()) {
            // It would tell its maker of each use, and the terminal of each change
            Scope.child(Map.of(AnalyticsArgs.ENABLED.getKey(), false, Scope.Attr.ui.name(), new LoggerUIService()),
                    () -> liquibase.update(liquibases.createContexts(), liquibases.createLabels()));
            write(wanted, (JdbcConnection) liquibase.getDatabase().getConnection());
        } catch (Exception e) {
            throw new IllegalStateException("The tables could not be brought to what this version needs: the cause says which change was refused, and why", e);
        }
    }

    /** Read by whoever may sign in at all; empty in a database that is new. */
    private String done() {
        return units.nowhere(() -> entities.createNativeQuery(
                "select coalesce(obj_description(to_regclass('public.databasechangelog'), 'pg_class'), '')", Done.class).getSingleResult().changes());
    }

    private static void write(String digest, JdbcConnection connection) throws SQLException, liquibase.exception.DatabaseException {
        try (var statement = connection.createStatement()) {
            statement.execute("comment on table public.databasechangelog is '" + digest + "'");
        }
        connection.commit();
    }

    /** Of the names and the texts of all changes. */
    private static String digest() {
        SortedMap<String, byte[]> changes = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(CHANGES, folder -> read(folder, changes));
            if (changes.isEmpty()) {
                throw new IllegalStateException("The folder " + CHANGES + " is not on the class path, or empty");
            }
            return Sha256.of(changes.entrySet().stream().flatMap(change -> Stream.of(change.getKey().getBytes(StandardCharsets.UTF_8), change.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path folder, SortedMap<String, byte[]> changes) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                changes.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
