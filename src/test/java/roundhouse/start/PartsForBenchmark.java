package roundhouse.start;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A PostgreSQL and a Keycloak of the benchmark's own, started anew and ended with it. */
public final class PartsForBenchmark implements AutoCloseable {

    private final Parts parts = new Parts();
    private final LocalPostgres postgres;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Path log;

    /** @param folder empty, or of the benchmark before: its database is dropped */
    public PartsForBenchmark(Path folder, String publicUrl) throws SQLException {
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "end parts of the benchmark"));
        DataFolder data = parts.keep(DataFolder.claim(folder));
        Secrets secrets = data.secrets();
        log = data.path("postgres.log");
        postgres = parts.keep(LocalPostgres.start(data.path("postgres"), secrets));
        try (var connection = postgres.asSuperuser("postgres"); var statement = connection.createStatement()) {
            statement.execute("drop database roundhouse with (force)");
            postgres.prepare();
        }
        settings.putAll(postgres.settings());
        settings.putAll(parts.keep(LocalKeycloak.start(data.path("keycloak"), secrets, postgres, Ports.free(), publicUrl)).settings());
    }

    public static int freePort() {
        return Ports.free();
    }

    /** {@code roundhouse.database.*} and {@code roundhouse.keycloak.*}. */
    public Map<String, String> settings() {
        return settings;
    }

    public Connection asSuperuser() throws SQLException {
        return postgres.asSuperuser();
    }

    /** A copy of the database as it is now, beside it. Nobody may be connected to it. */
    public Copy copy(String name) throws SQLException {
        String original = postgres.url().replaceFirst(".*/", "");
        try (var connection = postgres.asSuperuser("postgres"); var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " template " + original + " owner " + Roles.OWNER);
        }
        return new Copy(name);
    }

    /** Another database of the same server. */
    public final class Copy {

        private final String name;

        private Copy(String name) {
            this.name = name;
        }

        /** As {@link PartsForBenchmark#settings()}, but for this database. */
        public Map<String, String> settings() {
            Map<String, String> of = new LinkedHashMap<>(settings);
            of.put("roundhouse.database.url", postgres.url(name));
            return of;
        }

        public Connection asSuperuser() throws SQLException {
            return postgres.asSuperuser(name);
        }
    }

    /** What PostgreSQL writes. */
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        parts.close();
    }
}
