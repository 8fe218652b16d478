package roundhouse.sla;

/** Which tickets a policy is for. */
public sealed interface Match {

    record Asset(String tag) implements Match { }

    record Category(String category) implements Match { }

    /** Whatever no other policy speaks of. */
    record Default() implements Match { }
}
