package roundhouse.tenancy;

/**
 * A mistake in a file that describes a client.
 *
 * @param file relative to the folder {@code tenants/}
 * @param line counts from 1, 0 where the whole file is meant
 */
public record Mistake(String file, int line, String field, String message) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (field == null || field.isEmpty() ? "" : ", " + field) + ": " + message;
    }
}
