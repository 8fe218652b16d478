package roundhouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.identity.PublicAddress;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;
import roundhouse.tickets.Reference;

/** Where a client writes to us and reads us: from what is stored, never from a request. */
@ApplicationScoped
class Addresses {

    private final Tenants tenants;
    private final MailSettings settings;
    private final PublicAddress address;

    Addresses(Tenants tenants, MailSettings settings, PublicAddress address) {
        this.tenants = tenants;
        this.settings = settings;
        this.address = address;
    }

    /** The client's own support address, else the provider's. */
    String support(Tenant client) {
        return Stream.concat(client.mail().stream(), tenants.provider().mail().stream()).findFirst().orElse(settings.from());
    }

    String host(Tenant client) {
        return portal(client).orElseGet(() -> URI.create(address.staff()).getHost());
    }

    /** Of a request in its client's portal; whoever has none is staff and reads it on the desk. */
    String link(Tenant client, Reference reference) {
        return portal(client).map(host -> address.origin(host) + "/requests/" + reference).orElseGet(() -> onTheDesk(reference));
    }

    String onTheDesk(Reference reference) {
        return address.staff() + "/desk/tickets/" + reference;
    }

    private static Optional<String> portal(Tenant client) {
        return client.hosts().stream().sorted().findFirst();
    }
}
