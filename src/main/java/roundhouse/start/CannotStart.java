package roundhouse.start;

/** Ends a start; its message is the one sentence that the operator reads, with the mend in it. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
