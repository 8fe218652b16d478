package roundhouse.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A PostgreSQL of our own on a kept folder, with the database and the roles of Roundhouse in it. */
public final class LocalPostgres implements AutoCloseable {
    private static final String DATABASE = "roundhouse";
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Secrets secrets;
    private final int port;
    private final LastWill lastWill;

    private LocalPostgres(Path folder, Secrets secrets, int port, LastWill lastWill) {
        this.folder = folder;
        this.secrets = secrets;
        this.port = port;
        this.lastWill = lastWill;
    }

    /** The caller holds the folder above: a server found running in it is an orphan of a killed run, and is stopped. */
    static LocalPostgres start(Path folder, Secrets secrets) {
        Path absolute = folder.toAbsolutePath().normalize();
        ChildFile postmaster = postmaster(absolute);
        stop(postmaster);
        LastWill lastWill = LastWill.over(postmaster.file(), postmaster.word(), "INT");
        LocalPostgres started = new LocalPostgres(absolute, secrets, Ports.free(), lastWill);
        try {
            started.launch();
            started.prepare();
            return started;
        } catch (CannotStart e) {
            started.close();
            throw e;
        } catch (SQLException | RuntimeException e) {
            started.close();
            throw new CannotStart("The local PostgreSQL in " + absolute + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static ChildFile postmaster(Path folder) {
        return new ChildFile(folder.resolve("postmaster.pid"), folder.toString());
    }

    /** Fast first: sessions are ended, everything is written. Else at once: PostgreSQL recovers at its next start. */
    static void stop(ChildFile postmaster) {
        postmaster.stop("INT", PATIENCE, "QUIT");
    }

    private void launch() {
        try {
            Path log = folder.resolveSibling("postgres.log");
            Path binaries = Cache.folder("postgres");
            EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setPort(port)
                    .setPGStartupWait(PATIENCE)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setConnectConfig("password", secrets.of("postgres-superuser"))
                    // The same order of words on every machine, whatever its locale.
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    // The library turns these two off.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("max_locks_per_transaction", "256")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "1GB")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setServerConfig("unix_socket_directories", "''")
                    .start();
        } catch (IOException | RuntimeException e) {
            throw new CannotStart("The local PostgreSQL does not start (" + e.getMessage() + "): see "
                    + folder.resolveSibling("postgres.log")
                    + "; as root it needs user namespaces (unshare -U), else run Roundhouse as another user.", e);
        }
    }

    void prepare() throws SQLException {
        try (Connection connection = asSuperuser("postgres"); var statement = connection.createStatement()) {
            if (!isThere(DATABASE, statement)) {
                statement.execute("create database " + DATABASE);
            }
            statement.execute("alter role " + SUPERUSER + " password '" + secrets.of("postgres-superuser") + "'");
        }
        try (Connection connection = asSuperuser()) {
            Roles.make(connection, DATABASE, secrets.of("database-owner"), secrets.of("database-app"));
            askForPasswords(connection);
        }
    }

    /** initdb lets every user of the machine in; from here on only who knows a password. */
    private void askForPasswords(Connection connection) throws SQLException {
        try {
            Files.writeString(folder.resolve("pg_hba.conf"), """
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    private static boolean isThere(String database, Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
            return rows.next();
        }
    }

    /** A database beside ours, owned by a role of the same name. */
    void makeDatabase(String name, String password) {
        try (Connection connection = asSuperuser("postgres"); var statement = connection.createStatement()) {
            try (var role = statement.executeQuery("select from pg_roles where rolname = '" + name + "'")) {
                if (!role.next()) {
                    statement.execute("create role " + name);
                }
            }
            statement.execute("alter role " + name + " login nosuperuser nocreatedb nocreaterole password '" + password + "'");
            if (!isThere(name, statement)) {
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke all on database " + name + " from public");
            }
        } catch (SQLException e) {
            throw new CannotStart("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    public String url() {
        return url(DATABASE);
    }

    /** What a configuration needs to reach this server: the names of application.properties. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("roundhouse.database.url", url());
        settings.put("roundhouse.database.user", Roles.APP);
        settings.put("roundhouse.database.password", secrets.of("database-app"));
        settings.put("roundhouse.database.owner-user", Roles.OWNER);
        settings.put("roundhouse.database.owner-password", secrets.of("database-owner"));
        return settings;
    }

    public Connection asSuperuser() throws SQLException {
        return asSuperuser(DATABASE);
    }

    Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, secrets.of("postgres-superuser"));
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        stop(postmaster(folder));
        lastWill.close();
    }
}
