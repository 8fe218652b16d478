package roundhouse.tenancy;

import java.util.stream.Collectors;

/**
 * What one transaction may write and read.
 *
 * @param tenant the one tenant to write in, 0 across
 * @param reach  the tenants to read
 * @param person the person who works, 0 for the system
 */
public record Unit(int tenant, Reach reach, Side side, int person) {

    /** No tenant has this number: rows can be written by definer functions only. */
    static final int CLAIMS = -1;

    static Unit inside(int tenant, Side side, int person) {
        return new Unit(tenant, Reach.of(tenant), side, person);
    }

    static Unit across(Reach reach, Side side, int person) {
        return new Unit(0, reach, side, person);
    }

    boolean writes() {
        return tenant != 0;
    }

    /**
     * Whether PostgreSQL may keep the plans of its statements: each names its tenant by number or has no partitions ({@link NamedStatement}). What the service
     * does by itself goes through all clients in turn, where a text of its own for each would be read anew each time: there one text serves all and is planned.
     */
    boolean keepsPlans() {
        return side != Side.SYSTEM;
    }

    /** Numbers and words of ours only, never input. SET LOCAL, not set_config: Citus hands on only the former. */
    String settings() {
        String list = reach.tenants().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        String settings = "SET LOCAL app.tenant='" + tenant + "'; SET LOCAL app.reach='" + list
                + "'; SET LOCAL app.side='" + side.word() + "'; SET LOCAL app.person='" + person + "'";
        return settings + (keepsPlans() ? "; SET LOCAL plan_cache_mode=auto" : "") + (writes() ? "" : "; SET LOCAL transaction_read_only=on");
    }
}
