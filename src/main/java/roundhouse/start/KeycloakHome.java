package roundhouse.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The folder that one Keycloak of ours sees as its own: the shared program by a link, our realm and our sign-in page. */
final class KeycloakHome {
    private static final List<String> THEME = List.of(
            "login/theme.properties", "login/template.ftl", "login/resources/css/roundhouse.css", "login/resources/img/roundhouse.svg");

    private KeycloakHome() {
    }

    static void furnish(Path home, KeycloakProgram program) {
        try {
            for (String folder : List.of("conf", "providers", "data/import", "themes")) {
                Files.createDirectories(home.resolve(folder));
            }
            Path library = home.resolve("lib");
            Files.deleteIfExists(library);
            Files.createSymbolicLink(library, program.library());
            Files.writeString(home.resolve("data/import/roundhouse-realm.json"), LocalRealm.json());
            for (String file : THEME) {
                Path target = home.resolve("themes/roundhouse").resolve(file);
                Files.createDirectories(target.getParent());
                try (InputStream in = KeycloakHome.class.getResourceAsStream("/keycloak/theme/" + file)) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new CannotStart("The folder " + home + " cannot be written (" + e + "): make room, or set ROUNDHOUSE_DATA.", e);
        }
    }
}
