package roundhouse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A file whose first line is the number of a process that a run of ours started.
 *
 * @param word stands on the command line of that process: the number alone proves nothing after a restart of the machine
 */
record ChildFile(Path file, String word) {
    private static final Duration HARD = Duration.ofSeconds(10);

    OptionalLong running() {
        try {
            String first = Files.readString(file).lines().findFirst().orElse("").strip();
            if (first.matches("[0-9]{1,18}") && Children.isRunning(Long.parseLong(first), word)) {
                return OptionalLong.of(Long.parseLong(first));
            }
            return OptionalLong.empty();
        } catch (NoSuchFileException nobodyRuns) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop(Duration patience) {
        stop("TERM", patience, "KILL");
    }

    /** @param gentle, hard signals without SIG */
    void stop(String gentle, Duration patience, String hard) {
        OptionalLong found = running();
        if (found.isEmpty()) {
            return;
        }
        long process = found.getAsLong();
        Children.signal(process, gentle);
        if (ends(process, patience)) {
            return;
        }
        Children.signal(process, hard);
        if (!ends(process, HARD)) {
            throw new CannotStart("The process " + process + " of an earlier run does not end: end it by hand (kill -9 " + process + ").");
        }
    }

    private boolean ends(long process, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (Children.isRunning(process, word)) {
            if (System.nanoTime() > until) {
                return false;
            }
            Children.pause();
        }
        return true;
    }
}
