package roundhouse.branding;

/** A brand that cannot be taken. The message says what to do. */
public class BrandRefused extends RuntimeException {

    private final String field;
    private final int line;

    BrandRefused(String field, String message) {
        this(field, 0, message);
    }

    BrandRefused(String field, int line, String message) {
        super(message);
        this.field = field;
        this.line = line;
    }

    /** {@code name}, {@code accent}, {@code footer} or {@code logo}. */
    public String field() {
        return field;
    }

    /** Of the logo's file, counted from 1; 0 where none is meant. */
    public int line() {
        return line;
    }
}
