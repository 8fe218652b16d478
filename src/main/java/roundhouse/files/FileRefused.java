package roundhouse.files;

/** A file that cannot be taken. The message says what to do. */
public class FileRefused extends RuntimeException {

    public FileRefused(String message) {
        super(message);
    }
}
