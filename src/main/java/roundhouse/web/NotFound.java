package roundhouse.web;

/** Not there, or not this person's to know of: the answer is the same 404. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("There is nothing here that you can see. Check the address and the reference. If it should be here, ask whoever sent you to it.");
    }
}
