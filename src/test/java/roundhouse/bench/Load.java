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

/** A closed loop: each connection asks again as soon as it is answered. @param nanos how long each took, shortest first */
record Load(long[] nanos, double seconds) {

    /** One connection's work, again and again. */
    interface Worker extends AutoCloseable {
        void once() throws Exception;
    }

    interface Hiring {
        Worker connection(int number) throws Exception;
    }

    static Load of(int connections, Duration time, Hiring hiring) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Worker> workers = new ArrayList<>();
        try {
            for (int number = 0; number < connections; number++) {
                workers.add(hiring.connection(number));
            }
            long begun = System.nanoTime();
            long end = begun + time.toNanos();
            List<Callable<long[]>> loops = workers.stream().<Callable<long[]>>map(worker -> () -> loop(worker, end)).toList();
            List<long[]> results = new ArrayList<>();
            for (Future<long[]> result : threads.invokeAll(loops)) {
                results.add(result.get());
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Load(results.stream().flatMapToLong(Arrays::stream).sorted().toArray(), seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            for (Worker worker : workers) {
                worker.close();
            }
        }
    }

    private static long[] loop(Worker worker, long end) throws Exception {
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

    /** As if they had been one. */
    static Load together(List<Load> loads) {
        return new Load(loads.stream().flatMapToLong(load -> Arrays.stream(load.nanos)).sorted().toArray(), loads.stream().mapToDouble(Load::seconds).sum());
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /** @param share 0.5 for the median. @return milliseconds */
    double percentile(double share) {
        return nanos[(int) Math.min(nanos.length - 1, Math.floor(share * nanos.length))] / 1e6;
    }
}
