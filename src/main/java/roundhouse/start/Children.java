package roundhouse.start;

import java.io.IOException;

/** Processes that a run of ours started, known by number and by a word of their command line. */
final class Children {
    private Children() {
    }

    static boolean isRunning(long process, String word) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().commandLine())
                .filter(command -> command.contains(word))
                .isPresent();
    }

    /** @param signal without SIG: {@code INT}, {@code TERM}, {@code QUIT} */
    static void signal(long process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + process)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new CannotStart("The shell sh cannot be started (" + e.getMessage() + "): Roundhouse needs one to end what it starts.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
