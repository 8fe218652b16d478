package roundhouse.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** From the moment the service is up until it is told to end. */
public final class Running implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        System.out.println(Settings.of(LocalRun.LOCAL_KEYCLOAK).isPresent() ? Welcome.local(LocalRun.publicUrl()) : Welcome.elsewhere(LocalRun.publicUrl()));
        Quarkus.waitForExit();
        return 0;
    }
}
