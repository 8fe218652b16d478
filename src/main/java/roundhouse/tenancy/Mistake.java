package roundhouse.tenancy;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistake in a file that describes a client, or in what came of it.
 *
 * @param file relative to the folder {@code tenants/}, empty where it is none of a file's
 * @param line counts from 1, 0 where the whole file is meant
 */
public record Mistake(String file, int line, String field, String message) {

    @Override
    public String toString() {
        String place = file + (line > 0 ? ":" + line : "");
        return Stream.of(place, field == null ? "" : field).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")) + ": " + message;
    }
}
