package roundhouse.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import roundhouse.identity.SignedIn;

/** Who listens on this replica. */
@ApplicationScoped
class OpenStreams {

    /** A browser that lags behind by more is let go; it comes back and asks. */
    private static final int MOST_UNSENT = 256;

    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();

    OpenStreams(MeterRegistry metrics) {
        metrics.gaugeCollectionSize("roundhouse.live.streams", List.of(), open);
    }

    Multi<Signal> open(SignedIn person, Supplier<Optional<SignedIn>> anew) {
        return Multi.createFrom().emitter(browser -> {
            OpenStream stream = new OpenStream(person, anew, browser);
            browser.onTermination(() -> open.remove(stream));
            open.add(stream);
            stream.send(Signal.HEARTBEAT);
        }, MOST_UNSENT);
    }

    void tell(Nudge nudge) {
        open.forEach(stream -> stream.tell(nudge));
    }

    void tellEverybody() {
        open.forEach(stream -> stream.send(Signal.SOMETHING));
    }

    /** What sign-in remembers is three seconds old at most: together they stay under five. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endWhereSomebodyChanged() {
        open.forEach(OpenStream::endIfChanged);
    }

    /** So that what stands between does not take silence for the end, and a browser that left is noticed. */
    @Scheduled(every = "15s")
    void beat() {
        open.forEach(stream -> stream.send(Signal.HEARTBEAT));
    }
}
