package roundhouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections that stay open from one time of asking to the next, so that what they have prepared is prepared once. */
final class Crew implements AutoCloseable {

    private final ExecutorService threads;
    private final List<Load.Worker> workers = new ArrayList<>();

    Crew(int connections, Load.Hiring hiring) throws Exception {
        threads = Executors.newFixedThreadPool(connections);
        try {
            for (int number = 0; number < connections; number++) {
                workers.add(hiring.connection(number));
            }
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** A closed loop: each connection asks again as soon as it is answered, once at least. */
    Load work(Duration time) throws Exception {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        List<Callable<long[]>> loops = workers.stream().<Callable<long[]>>map(worker -> () -> loop(worker, end)).toList();
        List<long[]> results = new ArrayList<>();
        try {
            for (Future<long[]> result : threads.invokeAll(loops)) {
                results.add(result.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Load(results.stream().flatMapToLong(Arrays::stream).sorted().toArray(), seconds);
    }

    private static long[] loop(Load.Worker worker, long end) throws Exception {
        long[] nanos = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end || count == 0; ) {
            worker.once();
            long then = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = then - now;
            now = then;
        }
        return Arrays.copyOf(nanos, count);
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        for (Load.Worker worker : workers) {
            worker.close();
        }
    }
}
