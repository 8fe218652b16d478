package roundhouse.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** The one connection of this replica, beside the pool, on which PostgreSQL tells of commits anywhere. Lost, it comes back by itself. */
@ApplicationScoped
class Ear {

    static final String CHANNEL = "roundhouse";
    private static final Logger LOG = Logger.getLogger(Ear.class);
    private static final int LISTEN_MILLISECONDS = 5_000;
    private static final int SOONEST_MILLISECONDS = 250;
    private static final int LATEST_MILLISECONDS = 8_000;

    private final OpenStreams streams;
    private final String url;
    private final Properties properties = new Properties();
    private final Thread listener = new Thread(this::listen, "live-ear");
    private volatile Connection connection;
    private volatile boolean ended;
    private volatile boolean hears;

    Ear(OpenStreams streams, MeterRegistry metrics, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user, @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.streams = streams;
        this.url = url;
        properties.putAll(Map.of("user", user, "password", password, "ApplicationName", "roundhouse live", "connectTimeout", "5",
                "tcpKeepAlive", "true"));
        metrics.gauge("roundhouse.live.listening", this, ear -> ear.hears ? 1 : 0);
    }

    void start(@Observes StartupEvent event) {
        listener.setDaemon(true);
        listener.start();
    }

    void stop(@Observes ShutdownEvent event) throws SQLException, InterruptedException {
        ended = true;
        Connection open = connection;
        if (open != null) {
            open.close();
        }
        listener.interrupt();
        listener.join(TimeUnit.SECONDS.toMillis(2));
    }

    boolean hears() {
        return hears;
    }

    private void listen() {
        int pause = SOONEST_MILLISECONDS;
        while (!ended) {
            try (Connection opened = DriverManager.getConnection(url, properties)) {
                connection = opened;
                attend(opened);
                // What was committed meanwhile went unheard
                streams.tellEverybody();
                hears = true;
                pause = SOONEST_MILLISECONDS;
                hear(opened);
            } catch (SQLException e) {
                hears = false;
                if (!ended) {
                    LOG.warnf("The live stream hears nothing for now: %s. It tries again in %d ms", e.getMessage(), pause);
                    pause = rest(pause);
                }
            }
        }
        hears = false;
    }

    private static void attend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!ended) {
            PGNotification[] heard = postgres.getNotifications(LISTEN_MILLISECONDS);
            if ((heard == null || heard.length == 0) && !connection.isValid(2)) {
                throw new SQLException("the connection does not answer");
            }
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                tell(notification.getParameter());
            }
        }
    }

    private void tell(String text) {
        try {
            streams.tell(Nudge.parse(text));
        } catch (RuntimeException e) {
            // One that cannot be passed on must not deafen the replica
            LOG.error("The nudge \"" + text + "\" could not be passed on", e);
        }
    }

    private int rest(int pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            ended = true;
        }
        return Math.min(pause * 2, LATEST_MILLISECONDS);
    }
}
