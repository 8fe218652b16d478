package roundhouse.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every clone on this account shares: unpacked programs, no data. */
final class Cache {
    private Cache() {
    }

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("user.home"), ".cache", "roundhouse", name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be made (" + e + "): Roundhouse unpacks its PostgreSQL and Keycloak there.", e);
        }
    }
}
