package roundhouse.sla;

/** Which tickets a policy is for. */
public sealed interface Match {

    record Asset(String tag) implements Match { }

    record Category(String category) implements Match { }

    /** Whatever no other policy speaks of. */
    record Default() implements Match { }

    /** In which order they are asked: what is said of fewer tickets comes first. */
    default int turn() {
        return this instanceof Asset ? 0 : this instanceof Category ? 1 : 2;
    }
}
