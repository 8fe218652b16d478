package roundhouse.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import roundhouse.start.PartsForBenchmark;

/** Founds clients as the service does and fills their partitions by whole sets. */
final class Loading {

    /** Clients 2 to 26 are reached by tess and amy, the largest besides by theo and amy, 27 to 30 submit requests, and of those the last has no policies. */
    static final int FIRST_REACHED = 2;
    static final int LAST_REACHED = 26;
    static final int FIRST_SUBMITTING = 27;
    static final int LAST_SUBMITTING = 29;
    static final int WITHOUT_CLOCKS = 30;
    private static final int CLIENTS_A_TECHNICIAN = 12;
    /** Who works for those that submit. */
    static final String TECHNICIAN = "tech25";
    static final String TECHNICIAN_TOKEN = "rh_benchmark-technician";

    private final PartsForBenchmark parts;
    private int founded;

    Loading(PartsForBenchmark parts) {
        this.parts = parts;
    }

    static String slug(int place) {
        return "client-" + place;
    }

    static String prefix(int place) {
        return String.format("C%04d", place);
    }

    /** @param subjects of tess, theo and amy at Keycloak */
    void begin(Lives lives, Map<String, String> subjects) throws SQLException, IOException {
        found("provider", "MSP", "The MSP");
        try (Connection superuser = parts.asSuperuser(); var statement = superuser.createStatement();
             var script = Loading.class.getResourceAsStream("/bench/load.sql")) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            lives.write(superuser);
            for (Map.Entry<String, String> staff : subjects.entrySet()) {
                String role = staff.getKey().equals("amy") ? "account_manager" : "technician";
                statement.execute("insert into person (tenant_id, user_name, subject, name, email, side, roles, tier) values (1, '" + staff.getKey() + "', '"
                        + staff.getValue() + "', 'Staff " + staff.getKey() + "', '" + staff.getKey() + "@msp.example', 'staff', array['" + role + "'], 2)");
            }
        }
    }

    void reach(Stage stage) throws SQLException {
        // One pass over everything at the end, and none in between
        run("alter system set autovacuum = off", "select pg_reload_conf()");
        while (founded < stage.clients()) {
            founded++;
            found(slug(founded), prefix(founded), "Client " + founded);
            run("select bench.furnish(" + tenant(founded) + ")", "insert into person (tenant_id, user_name, subject, name, email, side, roles, tier) select 1, 'tech"
                    + founded + "', 'tech" + founded + "', 'Technician " + founded + "', 'tech" + founded + "@msp.example', 'staff', array['technician'], 1 where "
                    + founded + " % " + CLIENTS_A_TECHNICIAN + " = 1",
                    "insert into assignment (tenant_id, person_id, reason) select " + tenant(founded) + ", p.person_id, 'benchmark' from person p where p.side = 'staff' and ("
                            + (founded >= FIRST_REACHED && founded <= LAST_REACHED) + " and p.user_name in ('tess', 'amy', 'theo') or "
                            + (founded == 1) + " and p.user_name in ('theo', 'amy') or p.user_name in ('tech" + (founded - (founded - 1) % CLIENTS_A_TECHNICIAN) + "', 'tech"
                            + Math.max(1, founded - (founded - 1) % CLIENTS_A_TECHNICIAN - CLIENTS_A_TECHNICIAN) + "'))");
        }
        run("delete from sla_policy where tenant_id = " + tenant(WITHOUT_CLOCKS));
        for (int place = 1; place <= stage.clients(); place++) {
            run("set session_replication_role = replica", "set synchronous_commit = off", "set work_mem = '64MB'",
                    "select bench.tell(" + tenant(place) + ", greatest(0, " + stage.ticketsOf(place)
                            + " - coalesce((select last from ticket_number where tenant_id = " + tenant(place) + "), 0)), " + Lives.FINISHED + ", " + Lives.ALL + ")");
        }
        run("vacuum (analyze)", "alter system reset autovacuum", "select pg_reload_conf()", "checkpoint");
    }

    /** A personal token of somebody whom the lives or the beginning have made. */
    void token(String user, String token) throws SQLException {
        try (Connection superuser = parts.asSuperuser(); var insert = superuser.prepareStatement("""
                insert into personal_token (tenant_id, token_id, person_id, hash, name, created_at, expires_at)
                select p.tenant_id, uuidv7(), p.person_id, ?, 'benchmark', now(), now() + interval '1 day' from person p where p.user_name = ?
                on conflict do nothing""")) {
            insert.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
            insert.setString(2, user);
            insert.executeUpdate();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static int tenant(int place) {
        return place + 1;
    }

    private void found(String slug, String prefix, String name) throws SQLException {
        Map<String, String> settings = parts.settings();
        try (Connection application = DriverManager.getConnection(settings.get("roundhouse.database.url"), settings.get("roundhouse.database.user"),
                settings.get("roundhouse.database.password")); var found = application.prepareStatement("select found_tenant(?, ?, ?, 'Europe/Berlin', 'en')")) {
            found.setString(1, slug);
            found.setString(2, prefix);
            found.setString(3, name);
            found.execute();
        }
    }

    private void run(String... statements) throws SQLException {
        try (Connection superuser = parts.asSuperuser(); var statement = superuser.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
