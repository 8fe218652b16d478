package roundhouse.sla;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calendars and policies of one party, the client or the provider, as one {@code sla.yaml} holds them. */
public record Terms(Map<String, Calendar> calendars, List<Policy> policies) {
    public static final Terms SILENT = new Terms(Map.of(), List.of());

    public Terms {
        calendars = Map.copyOf(calendars);
        policies = List.copyOf(policies);
    }

    Optional<Policy> matching(Match match) {
        return policies.stream().filter(policy -> policy.match().equals(match)).findFirst();
    }

    Optional<Policy> named(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }
}
