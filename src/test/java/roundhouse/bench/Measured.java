package roundhouse.bench;

/**
 * One page at one number of connections, beside its statements alone.
 *
 * @param service  milliseconds of processor time a request
 * @param database likewise
 */
record Measured(Page page, int connections, Load load, double service, double database, Load alone, double databaseAlone) {

    /** How much of the throughput of its bare statements the page reaches. */
    double ratio() {
        return load.perSecond() / alone.perSecond();
    }
}
