package roundhouse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The server process that runs on one data folder, as its {@code postmaster.pid} tells. */
record Postmaster(Path folder, long process) {
    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    static Optional<Postmaster> of(Path folder) {
        try {
            String first = Files.readString(folder.resolve("postmaster.pid")).lines().findFirst().orElse("");
            return Optional.of(new Postmaster(folder, Long.parseLong(first.strip()))).filter(Postmaster::runs);
        } catch (NoSuchFileException nobodyRuns) {
            return Optional.empty();
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number alone proves nothing after a restart of the machine. */
    private boolean runs() {
        return Children.isRunning(process, folder.toString());
    }

    void stop() {
        Children.signal(process, "INT");
        if (!ends(FAST)) {
            Children.signal(process, "QUIT");
            if (!ends(IMMEDIATE)) {
                throw new CannotStart("The PostgreSQL process " + process + " on " + folder + " does not end: end it by hand.");
            }
        }
    }

    private boolean ends(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (runs()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Children.pause();
        }
        return true;
    }
}
