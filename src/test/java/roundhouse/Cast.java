package roundhouse;

import io.quarkus.arc.Arc;
import java.time.ZoneId;
import java.util.Locale;
import roundhouse.tenancy.Tenant;
import roundhouse.tenancy.Tenants;

/** The clients that stand in every test: A, B and C. What is B's or C's must never be seen at A. */
public final class Cast {

    private Cast() {
    }

    public static Tenant provider() {
        return tenants().found(Tenant.PROVIDER, "MSP", "Roundhouse Demo MSP", ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
    }

    public static Tenant acme() {
        return tenants().found("acme", "ACME", "ACME Tools", ZoneId.of("Europe/Berlin"), Locale.GERMANY);
    }

    public static Tenant initech() {
        return tenants().found("initech", "INIT", "Initech", ZoneId.of("America/New_York"), Locale.US);
    }

    public static Tenant umbrella() {
        return tenants().found("umbrella", "UMB", "Umbrella", ZoneId.of("Asia/Tokyo"), Locale.JAPAN);
    }

    private static Tenants tenants() {
        return Arc.container().instance(Tenants.class).get();
    }
}
