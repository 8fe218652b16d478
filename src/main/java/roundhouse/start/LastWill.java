package roundhouse.start;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Ends a child of ours when this process is killed without a chance to do so itself. A small shell reads from a pipe that
 * only we hold; when we are gone the pipe is closed, and the shell ends whom the process file names. Written before the
 * child is started, so that there is no moment without it.
 */
final class LastWill implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r nothing
            file=$1 word=$2 signal=$3
            for attempt in 1 2 3; do
                if read -r process 2>/dev/null <"$file" && grep -qaF -e "$word" "/proc/$process/cmdline" 2>/dev/null; then
                    kill -s "$signal" "$process"
                fi
                sleep 1
            done
            """;

    private final Process shell;

    private LastWill(Process shell) {
        this.shell = shell;
    }

    /**
     * @param processFile its first line is the number of the process
     * @param word stands on the command line of the process
     * @param signal without SIG: {@code INT}, {@code TERM}
     */
    static LastWill over(Path processFile, String word, String signal) {
        try {
            return new LastWill(new ProcessBuilder("sh", "-c", SCRIPT, "roundhouse-last-will", processFile.toString(), word, signal)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new CannotStart("The shell sh cannot be started (" + e.getMessage() + "): Roundhouse needs one to end what it starts.", e);
        }
    }

    Process shell() {
        return shell;
    }

    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
