package roundhouse.bench;

/**
 * One page at one number of connections, beside its statements alone.
 *
 * @param service  milliseconds of processor time a request
 * @param database likewise
 */
record Measured(Page page, int connections, Load load, double service, double database, Load alone, double databaseAlone) {

    /** @param service milliseconds of all requests, as {@code database} and {@code databaseAlone} */
    static Measured of(Page page, int connections, Load load, long service, long database, Load alone, long databaseAlone) {
        double requests = load.nanos().length;
        return new Measured(page, connections, load, service / requests, database / requests, alone, databaseAlone / (double) alone.nanos().length);
    }

    /** How much of the throughput of its bare statements the page reaches. */
    double ratio() {
        return load.perSecond() / alone.perSecond();
    }
}
