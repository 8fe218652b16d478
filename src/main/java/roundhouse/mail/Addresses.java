package roundhouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tickets.Reference;

/** Where a client writes to us and reads us: from what is stored, never from a request. */
@ApplicationScoped
class Addresses {

    private final Tenants tenants;
    private final MailSettings settings;
    private final URI publicUrl;

    Addresses(Tenants tenants, MailSettings settings,
            @ConfigProperty(name = "roundhouse.public-url", defaultValue = "http://localhost:8080") URI publicUrl) {
        this.tenants = tenants;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    /** The client's own support address, else the provider's. */
    String support(Tenant client) {
        return Stream.concat(client.mail().stream(), tenants.provider().mail().stream()).findFirst().orElse(settings.from());
    }

    String host(Tenant client) {
        return portal(client).orElse(publicUrl.getHost());
    }

    /** Of a request in its client's portal; whoever has none is staff and reads it on the desk. */
    String link(Tenant client, Reference reference) {
        String authority = host(client) + (publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort());
        return publicUrl.getScheme() + "://" + authority + (portal(client).isPresent() ? "/requests/" : "/desk/tickets/") + reference;
    }

    private static Optional<String> portal(Tenant client) {
        return client.hosts().stream().sorted().findFirst();
    }
}
