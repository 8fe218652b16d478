package roundhouse.web;

/** May be read by this person, but not done: 403. */
public class Forbidden extends RuntimeException {

    public Forbidden(String message) {
        super(message);
    }
}
