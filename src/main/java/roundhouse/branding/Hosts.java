package roundhouse.branding;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import roundhouse.tenancy.Tenants;

/** Whose house a host name opens. */
@ApplicationScoped
public class Hosts {

    private final Tenants tenants;
    private final Brands brands;
    private final String staff;

    Hosts(Tenants tenants, Brands brands, @ConfigProperty(name = "roundhouse.public-url", defaultValue = "http://localhost:8080") URI publicUrl) {
        this.tenants = tenants;
        this.brands = brands;
        this.staff = publicUrl.getHost();
    }

    /** @param host as in a Host header, with or without a port */
    public boolean isStaffs(String host) {
        return host.replaceFirst(":\\d+$", "").equalsIgnoreCase(staff);
    }

    /** A client's on its own hosts, Roundhouse's on that of the staff, empty on a host that nobody has. Not to be called in a unit of work. */
    public Optional<Brand> brand(String host) {
        return isStaffs(host) ? Optional.of(Brand.OF_ROUNDHOUSE) : tenants.byHost(host).map(brands::of);
    }
}
