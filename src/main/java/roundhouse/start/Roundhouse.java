package roundhouse.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts what is not set from outside, then the service; ends them in the opposite order, however this process ends. */
@QuarkusMain
public final class Roundhouse {
    private static final Parts PARTS = new Parts();
    private static final CountDownLatch SERVICE_ENDED = new CountDownLatch(1);
    private static volatile boolean serviceRuns;

    public static void main(String... arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(Roundhouse::endParts, "end local parts"));
        try {
            LocalRun.prepare(PARTS);
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        serviceRuns = true;
        Quarkus.run(Running.class, (code, failure) -> {
            SERVICE_ENDED.countDown();
            if (failure != null) {
                failure.printStackTrace();
            }
            System.exit(code);
        }, arguments);
    }

    /** Shutdown hooks run at once: the service ends by one of its own, and needs its database until then. */
    private static void endParts() {
        try {
            if (serviceRuns) {
                SERVICE_ENDED.await(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        PARTS.close();
    }
}
