package roundhouse.web;

/** Not there, or not this person's to know of: the answer is the same 404. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super("There is nothing here that you can see. Check the reference, or ask for access to the client.");
    }
}
