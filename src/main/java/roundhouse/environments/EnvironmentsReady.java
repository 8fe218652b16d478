package roundhouse.environments;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the folder has been applied; a client with a mistake in it stays as it was and keeps nobody waiting. */
@Readiness
@ApplicationScoped
class EnvironmentsReady implements HealthCheck {

    private final Environments environments;
    private final boolean atStart;

    EnvironmentsReady(Environments environments, @ConfigProperty(name = "roundhouse.tenants.at-start", defaultValue = "true") boolean atStart) {
        this.environments = environments;
        this.atStart = atStart;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("tenants applied").status(!atStart || environments.last().isPresent()).build();
    }
}
