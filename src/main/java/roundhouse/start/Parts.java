package roundhouse.start;

import java.util.ArrayDeque;
import java.util.Deque;

/** What this process started and must end, last started first. */
final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("A part of the local run did not end: " + e.getMessage());
            }
        }
    }
}
