package roundhouse.reports;

/** Met and missed of one kind. */
record Count(long met, long missed) {

    static final Count NOTHING = new Count(0, 0);

    /** @param times may be negative; what is neither met nor missed counts nowhere */
    Count with(AdjustedVerdict verdict, long times) {
        return switch (verdict) {
            case MET -> new Count(met + times, missed);
            case MISSED -> new Count(met, missed + times);
            case EXCLUDED, UNJUDGED -> this;
        };
    }

    Count plus(Count other) {
        return new Count(met + other.met, missed + other.missed);
    }

    long n() {
        return met + missed;
    }

    /** To four decimals; null where nothing was judged. */
    Double compliance() {
        return n() == 0 ? null : Math.round(10_000.0 * met / n()) / 10_000.0;
    }
}
