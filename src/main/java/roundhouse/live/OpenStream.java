package roundhouse.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import roundhouse.identity.SignedIn;

/** What one browser of one person listens to, for as long as that person stays who they were when it began. */
final class OpenStream {

    private static final Logger LOG = Logger.getLogger(OpenStream.class);
    private static final Duration BELIEVED = Duration.ofSeconds(4);

    private final SignedIn person;
    private final Supplier<Optional<SignedIn>> anew;
    private final MultiEmitter<? super Signal> browser;
    private volatile long knownAt = System.nanoTime();

    OpenStream(SignedIn person, Supplier<Optional<SignedIn>> anew, MultiEmitter<? super Signal> browser) {
        this.person = person;
        this.anew = anew;
        this.browser = browser;
    }

    void tell(Nudge nudge) {
        if (isKnown() && person.reach().includes(nudge.tenant())) {
            send(new Signal(nudge.hint()));
        }
    }

    void send(Signal signal) {
        browser.emit(signal);
    }

    /** With any change of role or reach: the browser comes back as whoever this is now. */
    void endIfChanged() {
        try {
            if (anew.get().filter(person::equals).isEmpty()) {
                browser.complete();
                return;
            }
            boolean missed = !isKnown();
            knownAt = System.nanoTime();
            if (missed) {
                send(Signal.SOMETHING);
            }
        } catch (RuntimeException e) {
            LOG.debugf("For now nobody can say who reads a live stream: %s", e.getMessage());
        }
    }

    /** While the database cannot say who this is, nothing is told. */
    private boolean isKnown() {
        return System.nanoTime() - knownAt < BELIEVED.toNanos();
    }
}
