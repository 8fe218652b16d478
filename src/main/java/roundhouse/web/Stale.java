package roundhouse.web;

/** Somebody else was faster: 412. The message tells what they did. */
public class Stale extends RuntimeException {

    public Stale(String message) {
        super(message);
    }
}
