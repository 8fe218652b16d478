package roundhouse.start;

import java.nio.file.Path;
import java.util.Map;

/** Decides what this run must bring along, starts it, and hands its settings on. */
final class LocalRun {
    static final String LOCAL_DATABASE = "roundhouse.database.local";
    static final String LOCAL_KEYCLOAK = "roundhouse.keycloak.local";
    private static final int HTTP_PORT = 8080;
    private static final int MANAGEMENT_PORT = 9000;
    private static final int KEYCLOAK_PORT = 8180;

    private LocalRun() {
    }

    static void prepare(Parts parts) {
        needFree("roundhouse.port", HTTP_PORT);
        needFree("roundhouse.management-port", MANAGEMENT_PORT);
        boolean database = Settings.of("roundhouse.database.url").isEmpty();
        boolean keycloak = Settings.of("roundhouse.keycloak.url").isEmpty();
        if (!database && !keycloak) {
            return;
        }
        Settings.handOn(Map.of("roundhouse.public-url", publicUrl()));
        DataFolder data = parts.keep(DataFolder.claim(Path.of(Settings.of("roundhouse.data").orElse(".roundhouse"))));
        Secrets secrets = data.secrets();
        System.out.println("Starting PostgreSQL ...");
        LocalPostgres postgres = parts.keep(LocalPostgres.start(data.path("postgres"), secrets));
        if (database) {
            Settings.handOn(postgres.settings());
            Settings.handOn(Map.of(LOCAL_DATABASE, "true", "roundhouse.demo", Settings.of("roundhouse.demo").orElse("true")));
        }
        if (keycloak) {
            System.out.println("Waiting for Keycloak (about half a minute the first time, a few seconds later on) ...");
            Settings.handOn(parts.keep(LocalKeycloak.start(data.path("keycloak"), secrets, postgres,
                    Settings.number("roundhouse.keycloak-port", KEYCLOAK_PORT), publicUrl())).settings());
            Settings.handOn(Map.of(LOCAL_KEYCLOAK, "true"));
        }
    }

    static String publicUrl() {
        return Settings.of("roundhouse.public-url").orElse("http://localhost:" + Settings.number("roundhouse.port", HTTP_PORT));
    }

    private static void needFree(String setting, int otherwise) {
        int port = Settings.number(setting, otherwise);
        if (!Ports.isFree(port)) {
            throw new CannotStart("Port " + port + " is taken: set " + Settings.environmentName(setting) + " to a free port.");
        }
    }
}
