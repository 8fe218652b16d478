package roundhouse.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach us: the staff's host as set, the clients' hosts under the same scheme and port. Never taken from a request. */
@ApplicationScoped
public class PublicAddress {

    private final URI staff;

    PublicAddress(@ConfigProperty(name = "roundhouse.public-url", defaultValue = "http://localhost:8080") URI staff) {
        this.staff = staff;
    }

    public boolean isSecure() {
        return "https".equals(staff.getScheme());
    }

    /** @param host as in a Host header, with or without a port */
    public boolean isStaffHost(String host) {
        return host != null && host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT).equals(staff.getHost());
    }

    /** {@code http://localhost:8080}, without a slash at the end. */
    public String staff() {
        return origin(staff.getHost());
    }

    /** {@code http://acme.localhost:8080} for {@code acme.localhost}. */
    public String origin(String host) {
        return staff.getScheme() + "://" + host + (staff.getPort() < 0 ? "" : ":" + staff.getPort());
    }
}
