package roundhouse.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.function.Supplier;
import roundhouse.branding.Brand;
import roundhouse.branding.Brands;
import roundhouse.files.FileLimits;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
import roundhouse.identity.FullName;
import roundhouse.identity.Right;
import roundhouse.identity.SignedIn;
import roundhouse.tenancy.Side;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Units;
import roundhouse.web.CurrentHost;

/**
 * The client whose host this request came to, and the one of its people who came. Whoever is none of them finds nothing here. Templates call it
 * {@code inject:house}.
 */
@Named
@RequestScoped
public class House {

    private final CurrentHost host;
    private final CurrentPerson current;
    private final Units units;
    private final Brands brands;
    private final FileLimits limits;

    House(CurrentHost host, CurrentPerson current, Units units, Brands brands, FileLimits limits) {
        this.host = host;
        this.current = current;
        this.units = units;
        this.brands = brands;
        this.limits = limits;
    }

    public Tenant client() {
        return host.client(current.get());
    }

    public SignedIn member() {
        client();
        return current.get();
    }

    public By by() {
        client();
        return current.by(Channel.PORTAL);
    }

    public <T> T inside(Supplier<T> work) {
        return units.inside(client().id(), Side.CLIENT, member().person(), work);
    }

    public Phrases phrases() {
        return new Phrases(new WallClock(client().zone(), by().at()), member().person());
    }

    public Brand brand() {
        return brands.of(client());
    }

    /** Of one file, in bytes. */
    public long largestFile() {
        return limits.largest().asLongValue();
    }

    /** {@code Up to 10 files of 25 MB each.} */
    public String fileLimits() {
        return "Up to " + limits.mostPerEntry() + " files of " + limits.largest().asLongValue() / (1024 * 1024) + " MB each.";
    }

    public String firstName() {
        return new FullName(member().name()).first();
    }

    public boolean readsCompany() {
        return member().may(Right.READ_COMPANY_TICKETS);
    }
}
