package roundhouse.branding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import roundhouse.identity.PublicAddress;
import roundhouse.tenancy.Tenants;

/** Which brand a host name wears. */
@ApplicationScoped
public class Hosts {

    private final Tenants tenants;
    private final Brands brands;
    private final PublicAddress address;

    Hosts(Tenants tenants, Brands brands, PublicAddress address) {
        this.tenants = tenants;
        this.brands = brands;
        this.address = address;
    }

    /** A client's on its own hosts, Roundhouse's own on that of the staff, empty on a host that nobody has. Not to be called in a unit of work. @param host as in a Host header */
    public Optional<Brand> brand(String host) {
        return address.isStaffHost(host) ? Optional.of(Brand.OF_ROUNDHOUSE) : tenants.byHost(host).map(brands::of);
    }
}
