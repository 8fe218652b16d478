package roundhouse.environments;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.tenancy.DatabaseTime;

/** The folder is applied before the first request is taken, and before the demonstration is told. */
@ApplicationScoped
class ApplyAtStart {

    static final int WHEN = 3000;

    private final Environments environments;
    private final DatabaseTime time;
    private final boolean atStart;

    ApplyAtStart(Environments environments, DatabaseTime time,
                 @ConfigProperty(name = "roundhouse.tenants.at-start", defaultValue = "true") boolean atStart) {
        this.environments = environments;
        this.time = time;
        this.atStart = atStart;
    }

    void apply(@Observes @Priority(WHEN) StartupEvent started) {
        if (atStart) {
            environments.applyNews(By.roundhouse(time.now(), Channel.FOLDER));
        }
    }
}
