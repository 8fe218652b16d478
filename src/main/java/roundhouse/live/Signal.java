package roundhouse.live;

/**
 * One line of the stream.
 *
 * @param hint null for a heartbeat
 */
record Signal(String hint) {

    static final Signal HEARTBEAT = new Signal(null);
    static final Signal SOMETHING = new Signal("queue change");

    boolean isHeartbeat() {
        return hint == null;
    }
}
