package roundhouse.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a {@link Crew} did. @param nanos how long each request took, shortest first */
record Load(long[] nanos, double seconds) {

    /** One connection's work, again and again. */
    interface Worker extends AutoCloseable {
        void once() throws Exception;
    }

    interface Hiring {
        Worker connection(int number) throws Exception;
    }

    static Load of(int connections, Duration time, Hiring hiring) throws Exception {
        try (Crew crew = new Crew(connections, hiring)) {
            return crew.work(time);
        }
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
