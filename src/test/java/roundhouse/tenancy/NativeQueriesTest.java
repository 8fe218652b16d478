package roundhouse.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Hibernate keeps the plan of a native query by its result, and one of a basic class never equals another: each call adds a plan under the
 * same hash, which every later call compares itself with. A record is found again.
 */
class NativeQueriesTest {

    private static final Pattern OF_A_BASIC_CLASS = Pattern.compile(
            "(?s)createNativeQuery\\((?:(?!createNativeQuery|\\.setParameter|\\.executeUpdate).)*?,\\s*(Integer|Long|Short|Boolean|String|UUID|Instant|BigDecimal)\\.class\\)");

    @Test
    void noNativeQueryAsksForABasicClass() throws IOException {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher matcher = OF_A_BASIC_CLASS.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(file + ": " + matcher.group(1));
                }
            }
        }
        assertEquals(List.of(), found, "ask for a record with one component instead");
    }
}
