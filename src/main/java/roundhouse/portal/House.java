package roundhouse.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.function.Supplier;
import roundhouse.identity.By;
import roundhouse.identity.Channel;
import roundhouse.identity.CurrentPerson;
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

    House(CurrentHost host, CurrentPerson current, Units units) {
        this.host = host;
        this.current = current;
        this.units = units;
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

    public String name() {
        return client().name();
    }

    public String firstName() {
        return member().name().split("\\s+")[0];
    }

    public boolean readsCompany() {
        return member().may(Right.READ_COMPANY_TICKETS);
    }
}
